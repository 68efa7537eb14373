package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redial.core.credentials.Credentials;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Tc3SignerTest {
    private static final Credentials KEYS = Credentials.of("AKIDEXAMPLE", "secret-one");
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    static Stream<JsonNode> documentedVectors() throws IOException {
        JsonNode file;
        try (var in = Tc3SignerTest.class.getResourceAsStream("signature-vectors.json")) {
            file = new ObjectMapper().readTree(in);
        }
        return StreamSupport.stream(file.get("vectors").spliterator(), false)
                .filter(vector -> vector.get("algorithm").asText().equals("TC3-HMAC-SHA256"));
    }

    @ParameterizedTest
    @MethodSource("documentedVectors")
    void signsTheDocumentedExample(JsonNode vector) {
        var inputs = vector.get("inputs");
        var credentials = Credentials.of(
                inputs.get("secretId").asText(), inputs.get("secretKey").asText());

        var authorization = new Tc3Signer(inputs.get("service").asText())
                .authorization(
                        credentials,
                        inputs.get("headers").get("host").asText(),
                        inputs.get("payload").asText().getBytes(UTF_8),
                        Instant.ofEpochSecond(inputs.get("timestamp").asLong()));

        assertThat(authorization).isEqualTo(vector.get("expectedAuthorization").asText());
    }

    @Test
    void thereIsAVectorToCompareWith() throws IOException {
        assertThat(documentedVectors()).isNotEmpty();
    }

    @Test
    void theKeptKeyFollowsTheDateAndTheSecret() {
        var used = new Tc3Signer("redis");
        var otherKeys = Credentials.of("AKIDEXAMPLE", "secret-two");
        used.authorization(KEYS, "host", BODY, NOON);

        for (var time : new Instant[] {NOON, NOON.plusSeconds(86_400), NOON}) {
            for (var keys : new Credentials[] {KEYS, otherKeys, KEYS}) {
                assertThat(used.authorization(keys, "host", BODY, time))
                        .isEqualTo(new Tc3Signer("redis").authorization(keys, "host", BODY, time));
            }
        }
    }

    @Test
    void theDateInTheScopeIsThatOfUtc() {
        var beforeMidnight = Instant.parse("2026-11-21T23:59:59Z");

        assertThat(new Tc3Signer("redis").authorization(KEYS, "host", BODY, beforeMidnight))
                .contains("/2026-11-21/redis/tc3_request");
    }
}
