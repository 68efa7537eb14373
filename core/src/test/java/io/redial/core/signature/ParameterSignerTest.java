package io.redial.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterSignerTest {

    static Stream<JsonNode> vectors() {
        return Stream.of(SignatureMethod.values()).flatMap(method -> Vectors.of(method.tencentName()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsTheDocumentedExamples(JsonNode vector) {
        var inputs = vector.get("inputs");
        var method = Stream.of(SignatureMethod.values())
                .filter(each ->
                        each.tencentName().equals(vector.get("algorithm").asText()))
                .findFirst()
                .orElseThrow();
        var signer =
                inputs.get("path").asText().equals("/") ? ParameterSigner.api3(method) : ParameterSigner.v2(method);
        var host = inputs.get("host").asText();
        var httpMethod = inputs.get("method").asText();
        var parameters = Vectors.parameters(vector);

        assertThat(signer.path()).isEqualTo(inputs.get("path").asText());
        assertThat(signer.stringToSign(httpMethod, host, parameters))
                .isEqualTo(vector.get("stringToSign").asText());
        var signature = signer.signature(Vectors.credentials(vector), httpMethod, host, parameters);
        assertThat(signature).isEqualTo(vector.get("expectedSignature").asText());
        assertThat(PercentEncoding.encode(signature))
                .isEqualTo(vector.get("urlEncodedSignature").asText());
    }

    @Test
    void bothMethodsOfV2AndTheOldOneOfApi3AreAmongThem() {
        assertThat(vectors().map(vector -> vector.get("name").asText()))
                .contains("v1-get-hmacsha1", "v2-get-hmacsha1", "v2-get-hmacsha256");
    }

    @ParameterizedTest
    @EnumSource
    void rawValuesAreSignedInTheOrderOfAscii(SignatureMethod method) {
        var parameters = new TreeMap<>(Map.of("Ids.2", "a b&c=d", "Ids.12", "é+", "a", "1", "Z", "%"));

        assertThat(ParameterSigner.api3(method).stringToSign("POST", "host:81", parameters))
                .isEqualTo("POSThost:81/?Ids.12=é+&Ids.2=a b&c=d&Z=%&a=1");
    }

    @Test
    void inV2AnUnderscoreInANameIsSignedAsADot() {
        var parameters = new TreeMap<>(Map.of("Placement_Zone", "CN_GUANGZHOU", "Placement.a", "1"));

        assertThat(ParameterSigner.v2(SignatureMethod.HMAC_SHA1).stringToSign("GET", "host", parameters))
                .isEqualTo("GEThost/v2/index.php?Placement.a=1&Placement.Zone=CN_GUANGZHOU");
        assertThat(ParameterSigner.api3(SignatureMethod.HMAC_SHA1).stringToSign("GET", "host", parameters))
                .isEqualTo("GEThost/?Placement.a=1&Placement_Zone=CN_GUANGZHOU");
    }
}
