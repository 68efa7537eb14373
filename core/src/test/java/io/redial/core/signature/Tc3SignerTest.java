package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.core.credentials.Credentials;
import io.redial.core.signature.Tc3Signer.Content;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Tc3SignerTest {
    private static final Credentials KEYS = Credentials.of("AKIDEXAMPLE", "secret-one");
    private static final Content CONTENT = new Content("POST", "", "application/json", "{}".getBytes(UTF_8));
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    static Stream<JsonNode> vectors() {
        return Vectors.of("TC3-HMAC-SHA256");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsTheDocumentedExample(JsonNode vector) throws GeneralSecurityException {
        var inputs = vector.get("inputs");
        var headers = inputs.get("headers");
        var host = headers.get("host").asText();
        var content = new Content(
                inputs.get("method").asText(),
                inputs.get("query").asText(),
                headers.get("content-type").asText(),
                inputs.get("payload").asText().getBytes(UTF_8));

        var authorization = new Tc3Signer(inputs.get("service").asText())
                .authorization(
                        Vectors.credentials(vector),
                        host,
                        content,
                        Instant.ofEpochSecond(inputs.get("timestamp").asLong()));

        assertThat(Tc3Signer.canonicalRequest(host, content))
                .isEqualTo(vector.get("canonicalRequest").asText());
        assertThat(authorization).isEqualTo(vector.get("expectedAuthorization").asText());
    }

    @Test
    void namesAndValuesOfHeadersAreSignedInSmallLetters() throws GeneralSecurityException {
        var content = new Content("GET", "A=b%20C", "Text/PLAIN", new byte[0]);

        assertThat(Tc3Signer.canonicalRequest("Redis.Example.COM", content))
                .startsWith("GET\n/\nA=b%20C\ncontent-type:text/plain\nhost:redis.example.com\n\n");
    }

    @Test
    void theKeptKeyFollowsTheDateAndTheSecret() {
        var used = new Tc3Signer("redis");
        var otherKeys = Credentials.of("AKIDEXAMPLE", "secret-two");
        used.authorization(KEYS, "host", CONTENT, NOON);

        for (var time : new Instant[] {NOON, NOON.plusSeconds(86_400), NOON}) {
            for (var keys : new Credentials[] {KEYS, otherKeys, KEYS}) {
                assertThat(used.authorization(keys, "host", CONTENT, time))
                        .isEqualTo(new Tc3Signer("redis").authorization(keys, "host", CONTENT, time));
            }
        }
    }

    @Test
    void threadsThatSignWithOneSignerDoNotDisturbEachOther() {
        var used = new Tc3Signer("redis");
        var midnight = Instant.parse("2026-11-22T00:00:00Z");

        IntStream.range(0, 5000).parallel().forEach(i -> {
            var keys = Credentials.of("AKIDEXAMPLE" + i % 3, "secret-" + i % 5);
            var host = "host-" + i % 2;
            var content = new Content("POST", "", "text/" + i % 7, ("{" + i + "}").getBytes(UTF_8));
            var time = midnight.plusSeconds(i % 4 - 2);

            assertThat(used.authorization(keys, host, content, time))
                    .isEqualTo(new Tc3Signer("redis").authorization(keys, host, content, time));
        });
    }

    @Test
    void whatIsKeptFollowsWhoseKeysAreUsedAndWhatIsSigned() {
        var used = new Tc3Signer("redis");
        var type = CONTENT.contentType();
        var contents = List.of(
                CONTENT,
                new Content("POST", "a=b", type, CONTENT.payload()),
                new Content("PUT", "", type, CONTENT.payload()),
                new Content("POST", "", "text/plain", CONTENT.payload()),
                CONTENT,
                new Content("POST", "a=" + "b".repeat(20_000), type, CONTENT.payload()));
        var others = List.of(KEYS, Credentials.of("AKIDOTHER", "secret-one"), Credentials.of("AKIDÜ", "sécret"));

        for (var host : List.of("host", "Ünicode.example", "host")) {
            for (var keys : others) {
                for (var content : contents) {
                    assertThat(used.authorization(keys, host, content, NOON))
                            .isEqualTo(new Tc3Signer("redis").authorization(keys, host, content, NOON));
                }
            }
        }
    }

    @Test
    void timesBeforeTheEpochHaveADateToo() {
        assertThat(new Tc3Signer("redis").authorization(KEYS, "host", CONTENT, Instant.ofEpochSecond(-1)))
                .contains("/1969-12-31/redis/tc3_request");
    }

    @Test
    void theDateInTheScopeIsThatOfUtc() {
        var beforeMidnight = Instant.parse("2026-11-21T23:59:59Z");

        assertThat(new Tc3Signer("redis").authorization(KEYS, "host", CONTENT, beforeMidnight))
                .contains("/2026-11-21/redis/tc3_request");
    }

    @Test
    void whatIsSignedIsNotShown() {
        assertThat(new Content("GET", "Password=x", "text/plain", new byte[2])).hasToString("GET text/plain (2 bytes)");
    }
}
