package io.redial.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.door.Refusal;
import java.util.Random;
import java.util.UUID;

/** Wraps answers and errors as the API does, each with an id of its own. */
final class Envelope {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Random random;

    Envelope(long seed) {
        this.random = new Random(seed);
    }

    byte[] answer(ObjectNode fields) {
        return wrap(fields);
    }

    byte[] error(Refusal refusal) {
        var response = JsonNodeFactory.instance.objectNode();
        response.putObject("Error").put("Code", refusal.code()).put("Message", refusal.text());
        return wrap(response);
    }

    private byte[] wrap(ObjectNode response) {
        response.put("RequestId", requestId());
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.set("Response", response);
        try {
            return MAPPER.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** A random UUID, version 4. */
    private String requestId() {
        var high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        var low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
