package io.redial.emulator.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads the parameters of a POST request: one JSON object, and nothing after it. */
final class JsonParameterReader {
    private static final int MAX_DEPTH = 32;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private JsonParameterReader() {}

    static ObjectNode read(byte[] body) {
        try {
            if (READER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // the parser's message quotes the body, which may hold a password
            throw new ApiError("InvalidParameter", "The request body is not valid JSON.");
        }
        throw new ApiError("InvalidParameter", "The request body is not a JSON object.");
    }
}
