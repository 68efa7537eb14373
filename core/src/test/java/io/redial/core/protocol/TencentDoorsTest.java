package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.GenericRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.RequestTooLargeException;
import io.redial.core.signature.ParameterSigner;
import io.redial.core.signature.SignatureMethod;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One call, through every door of API 3.0. */
class TencentDoorsTest {
    private static final Target TARGET = new Target(URI.create("https://redis.example.com"), "ap-guangzhou");
    private static final Credentials KEYS = Credentials.of("AKIDEXAMPLE", "do-not-print-me");
    private static final Credentials TEMPORARY = Credentials.of("AKIDEXAMPLE", "do-not-print-me", "nor-me");
    private static final Instant TIME = Instant.ofEpochSecond(1_551_113_065);
    private static final GenericRequest REQUEST = GenericRequest.of(
            "redis",
            "DescribeLines",
            "2018-04-12",
            Map.of("Names", List.of("a b", "测+"), "Filters", List.of(Map.of("Key", "k&"))));

    @Test
    void tc3ByGetSignsTheQueryThatItSends() {
        var call = through(TencentDoor.TC3_GET, KEYS);

        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.uri())
                .hasToString("https://redis.example.com/?Filters.0.Key=k%26&Names.0=a%20b&Names.1=%E6%B5%8B%2B");
        assertThat(call.body()).isEmpty();
        assertThat(call.headers())
                .containsEntry("Content-Type", "application/x-www-form-urlencoded")
                .containsEntry("X-TC-Action", "DescribeLines")
                .containsEntry("X-TC-Version", "2018-04-12")
                .containsEntry("X-TC-Region", "ap-guangzhou")
                .doesNotContainKeys("X-TC-Token", "X-TC-Language", "X-TC-Content-SHA256")
                .containsEntry(
                        "Authorization", tc3("f65c949acfb05a33d226a50d29d22af47d8a018440ae9779fb5317cedb5f6fbd"));
    }

    @Test
    void tc3ByGetWithoutParametersHasNoQuery() {
        var bare = GenericRequest.of("redis", "DescribeLines", "2018-04-12", Map.of());

        assertThat(protocol(TencentDoor.TC3_GET)
                        .encode(bare, TARGET, KEYS, TIME)
                        .uri())
                .hasToString("https://redis.example.com/");
    }

    @Test
    void tc3InPartsSignsTheBodyThatItSends() {
        var call = through(TencentDoor.TC3_MULTIPART, KEYS);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString("https://redis.example.com/");
        var boundary = call.headers().get("Content-Type").replace("multipart/form-data; boundary=", "");
        assertThat(boundary).matches("[0-9a-f-]{36}");
        assertThat(new String(call.body(), UTF_8))
                .isEqualTo("""
                        --B
                        Content-Disposition: form-data; name="Filters.0.Key"

                        k&
                        --B
                        Content-Disposition: form-data; name="Names.0"

                        a b
                        --B
                        Content-Disposition: form-data; name="Names.1"

                        测+
                        --B--
                        """.replace("\n", "\r\n").replace("--B", "--" + boundary));
        assertThat(call.headers())
                .containsEntry(
                        "Authorization", tc3("debdd9a18a02a45f8a7c28b4802a6840cd77c6e472da1de949593d19e258509a"));
    }

    @Test
    void aNameCannotBreakOutOfItsPart() {
        var request = GenericRequest.of("redis", "DescribeLines", "2018-04-12", Map.of("a\"\r\nb", "c"));

        assertThat(new String(
                        protocol(TencentDoor.TC3_MULTIPART)
                                .encode(request, TARGET, KEYS, TIME)
                                .body(),
                        UTF_8))
                .contains("name=\"a%22%0D%0Ab\"\r\n\r\nc\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "TC3_JSON, f56aa542fa5ce228db224e2c84dec17adf954fe8c7a86ec58dc6d1db08788970",
        "TC3_GET, e48c63bf64ef5d4f9fa0e5147ab911375e7f76d026d0e6615f26490cd6ae9f57",
        "TC3_MULTIPART, d0150e8604e555275750cae9ef2e24c272411ec8eda3b77309ef8dd4935761a2",
    })
    void anUnsignedPayloadIsSignedAsThatText(TencentDoor door, String signature) {
        var call = TencentProtocol.builder("redis")
                .door(door)
                .unsignedPayload()
                .build()
                .encode(REQUEST, TARGET, KEYS, TIME);

        assertThat(call.headers())
                .containsEntry("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD")
                .containsEntry("Authorization", tc3(signature));
        assertThat(call.body()).isEqualTo(through(door, KEYS).body());
    }

    @Test
    void anUnsignedPayloadIsNothingForADoorThatSignsParameters() {
        var builder = TencentProtocol.builder("redis")
                .door(TencentDoor.HMAC_SHA1_FORM)
                .unsignedPayload();

        assertThatThrownBy(builder::build)
                .hasMessage("HMAC_SHA1_FORM signs every parameter; an unsigned payload needs one of the TC3 doors");
    }

    @ParameterizedTest
    @CsvSource({
        "HMAC_SHA1_GET, GET, HMAC_SHA1, HmacSHA1",
        "HMAC_SHA1_FORM, POST, HMAC_SHA1, HmacSHA1",
        "HMAC_SHA256_GET, GET, HMAC_SHA256, HmacSHA256",
        "HMAC_SHA256_FORM, POST, HMAC_SHA256, HmacSHA256",
    })
    void theOldSignatureCoversRawParametersThatAreSentEncoded(
            TencentDoor door, String httpMethod, SignatureMethod method, String name) {
        var call = TencentProtocol.builder("redis")
                .door(door)
                .language("en-US")
                .nonces(() -> "11886")
                .build()
                .encode(REQUEST, TARGET, TEMPORARY, TIME);

        assertThat(call.method()).isEqualTo(httpMethod);
        assertThat(call.headers())
                .containsOnly(
                        Map.entry("Host", "redis.example.com"),
                        Map.entry("Content-Type", "application/x-www-form-urlencoded"));
        var sent = Sent.parameters(call);
        var signature = sent.remove("Signature");
        assertThat(sent)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("Action", "DescribeLines"),
                        Map.entry("Version", "2018-04-12"),
                        Map.entry("Region", "ap-guangzhou"),
                        Map.entry("Language", "en-US"),
                        Map.entry("Timestamp", "1551113065"),
                        Map.entry("Nonce", "11886"),
                        Map.entry("SecretId", "AKIDEXAMPLE"),
                        Map.entry("SignatureMethod", name),
                        Map.entry("Token", "nor-me"),
                        Map.entry("Names.0", "a b"),
                        Map.entry("Names.1", "测+"),
                        Map.entry("Filters.0.Key", "k&"))));
        assertThat(signature)
                .isEqualTo(ParameterSigner.api3(method).signature(KEYS, httpMethod, "redis.example.com", sent));
        assertThat(Sent.encoded(call)).contains("Names.0=a%20b&Names.1=%E6%B5%8B%2B");
        assertThat(call.toString())
                .startsWith(httpMethod + " https://redis.example.com/ (")
                .doesNotContain("AKIDEXAMPLE", "nor-me", "a%20b");
    }

    @Test
    void everySendingHasANonceOfItsOwn() {
        var protocol = protocol(TencentDoor.HMAC_SHA256_GET);

        assertThat(Sent.parameters(protocol.encode(REQUEST, TARGET, KEYS, TIME)).get("Nonce"))
                .isNotEqualTo(Sent.parameters(protocol.encode(REQUEST, TARGET, KEYS, TIME))
                        .get("Nonce"));
    }

    @Test
    void theLanguageStandsInAHeaderWhereTheSignatureDoes() {
        var call = TencentProtocol.builder("redis").language("zh-CN").build().encode(REQUEST, TARGET, TEMPORARY, TIME);

        assertThat(call.headers()).containsEntry("X-TC-Language", "zh-CN").containsEntry("X-TC-Token", "nor-me");
    }

    /** The old signatures travel percent-encoded and so vary in length, by no more than that much. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TC3_GET | 32768 | 0 | GET takes up to 32 KB; TencentDoor.TC3_JSON takes up to 10 MB",
                "TC3_JSON | 10485760 | 0 | POST with TC3-HMAC-SHA256 takes up to 10 MB; nothing takes more",
                "TC3_MULTIPART | 10485760 | 0 | POST with TC3-HMAC-SHA256 takes up to 10 MB; nothing takes more",
                "HMAC_SHA1_GET | 32768 | 60 | GET takes up to 32 KB; TencentDoor.TC3_JSON takes up to 10 MB",
                "HMAC_SHA256_GET | 32768 | 60 | GET takes up to 32 KB; TencentDoor.TC3_JSON takes up to 10 MB",
                "HMAC_SHA1_FORM | 1048576 | 60 | a form signed with HmacSHA1 or HmacSHA256 takes up to 1 MB; TencentDoor.TC3",
                "HMAC_SHA256_FORM | 1048576 | 60 | a form signed with HmacSHA1 or HmacSHA256 takes up to 1 MB; TencentDoor",
            })
    void whatIsTooLargeIsNotSent(TencentDoor door, int limit, int slack, String advice) {
        var room = limit - size(encode(door, 0));
        assertThat(size(encode(door, room - slack))).isBetween(limit - 2 * slack, limit);

        assertThatThrownBy(() -> encode(door, room + slack + 1))
                .isInstanceOfSatisfying(RequestTooLargeException.class, error -> {
                    assertThat(error.retryable()).isFalse();
                    assertThat(error.throttled()).isFalse();
                })
                .hasMessageStartingWith("DescribeLines in ap-guangzhou was not sent: it takes " + (limit + 1) / 1000)
                .hasMessageContaining(advice);
    }

    private static HttpCall encode(TencentDoor door, int textLength) {
        return TencentProtocol.builder("redis")
                .door(door)
                .nonces(() -> "11886")
                .build()
                .encode(
                        GenericRequest.of(
                                "redis", "DescribeLines", "2018-04-12", Map.of("Text", "x".repeat(textLength))),
                        TARGET,
                        KEYS,
                        TIME);
    }

    private static int size(HttpCall call) {
        var query = call.uri().getRawQuery();
        var head = new StringBuilder(call.method() + " /" + (query == null ? "" : "?" + query) + " HTTP/1.1\r\n");
        call.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").length() + call.body().length;
    }

    private static HttpCall through(TencentDoor door, Credentials credentials) {
        return protocol(door).encode(REQUEST, TARGET, credentials, TIME);
    }

    private static TencentProtocol protocol(TencentDoor door) {
        return TencentProtocol.builder("redis").door(door).build();
    }

    private static String tc3(String signature) {
        return "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2019-02-25/redis/tc3_request, SignedHeaders=content-type;host, "
                + "Signature=" + signature;
    }
}
