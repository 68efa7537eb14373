package io.redial.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The signatures that Alibaba's reference publishes are compared whole, in the tests of the protocol. */
class AlibabaSignersTest {

    @Test
    void theRpcSignatureEncodesTwice() {
        var parameters = new TreeMap<>(Map.of(
                "Timestamp", "2016-02-23T12:46:24Z",
                "Format", "XML",
                "AccessKeyId", "testid",
                "Action", "DescribeRegions",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
                "Version", "2014-05-26",
                "SignatureVersion", "1.0"));

        assertThat(RpcSigner.stringToSign("GET", parameters))
                .isEqualTo("GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26"
                        + "SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26"
                        + "SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26");
        assertThat(RpcSigner.signature(Credentials.of("testid", "testsecret"), "GET", parameters))
                .isEqualTo("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
    }

    @Test
    void acs3SignsTheHeadersThatItIsGiven() {
        var headers = new TreeMap<>(Map.of("x-acs-content-sha256", Acs3Signer.EMPTY_BODY, "host", " example.com "));
        var parameters = new TreeMap<>(Map.of("B", "1 2", "A", "*"));

        assertThat(Acs3Signer.canonicalRequest("POST", parameters, headers))
                .isEqualTo("POST\n/\nA=%2A&B=1%202\nhost:example.com\nx-acs-content-sha256:" + Acs3Signer.EMPTY_BODY
                        + "\n\nhost;x-acs-content-sha256\n" + Acs3Signer.EMPTY_BODY);
        assertThat(Acs3Signer.EMPTY_BODY).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
