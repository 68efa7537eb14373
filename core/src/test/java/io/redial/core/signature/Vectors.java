package io.redial.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redial.core.credentials.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The documented examples of Tencent's signatures. */
final class Vectors {
    private Vectors() {}

    /** Those of one algorithm; there is at least one. */
    static Stream<JsonNode> of(String algorithm) {
        try (var in = Vectors.class.getResourceAsStream("signature-vectors.json")) {
            var found = StreamSupport.stream(
                            new ObjectMapper().readTree(in).get("vectors").spliterator(), false)
                    .filter(vector -> vector.get("algorithm").asText().equals(algorithm))
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Credentials credentials(JsonNode vector) {
        var inputs = vector.get("inputs");
        return Credentials.of(
                inputs.get("secretId").asText(), inputs.get("secretKey").asText());
    }

    static SortedMap<String, String> parameters(JsonNode vector) {
        var parameters = new TreeMap<String, String>();
        vector.get("inputs")
                .get("params")
                .properties()
                .forEach(member ->
                        parameters.put(member.getKey(), member.getValue().asText()));
        return parameters;
    }
}
