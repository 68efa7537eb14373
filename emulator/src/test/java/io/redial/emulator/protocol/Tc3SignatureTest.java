package io.redial.emulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The example that the document works out step by step. */
class Tc3SignatureTest {
    private static final String PAYLOAD =
            "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"unnamed\"], \"Name\": \"instance-name\"}]}";
    private static final String MASKED_KEY = "*".repeat(32);
    private static final String SIGNATURE = "a7b8551448762bd123d6f79e81815e31a92013640a6cef36a08ad4b292a4d2f2";

    @Test
    void documentedRequest_hasItsSignature() {
        var canonical = Tc3SignatureScheme.canonicalRequest(documentedRequest(), List.of("host", "content-type"));
        assertThat(canonical)
                .isEqualTo("POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:cvm.tencentcloudapi.com\n\n"
                        + "content-type;host\n99d58dfbc6745f6747f36bfca17dee5e6881dc0428a0a36f96199342bc5b4907");
        assertThat(Tc3Signature.sign(MASKED_KEY, 1551113065, "2019-02-25", "cvm", canonical))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void documentedHeader_isParsed() {
        var header = "TC3-HMAC-SHA256 Credential=AKID" + MASKED_KEY.replace('*', 'x') + "/2019-02-25/cvm/tc3_request, "
                + "SignedHeaders=content-type;host, Signature=" + SIGNATURE;
        assertThat(Tc3Authorization.parse(header))
                .contains(new Tc3Authorization(
                        "AKID" + "x".repeat(32), "2019-02-25", "cvm", List.of("content-type", "host"), SIGNATURE));
    }

    static IncomingRequest documentedRequest() {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Map.of(
                "Content-Type", "application/json; charset=utf-8",
                "Host", "cvm.tencentcloudapi.com",
                "X-TC-Timestamp", "1551113065",
                "Authorization",
                        "TC3-HMAC-SHA256 Credential=AKID" + MASKED_KEY + "/2019-02-25/cvm/tc3_request, "
                                + "SignedHeaders=content-type;host, Signature=" + SIGNATURE));
        return new IncomingRequest("POST", "/", "", headers::get, PAYLOAD.getBytes(StandardCharsets.UTF_8), false);
    }
}
