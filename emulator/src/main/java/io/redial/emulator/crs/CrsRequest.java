package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.EmulatedInstance;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A request that was let in.
 *
 * @param action what it asks for
 * @param region the region that it asks in
 * @param parameters its parameters, as documented
 */
record CrsRequest(CrsAction action, String region, ObjectNode parameters) {

    String text(String name) {
        return parameters.path(name).asText();
    }

    int number(String name) {
        return parameters.path(name).intValue();
    }

    List<String> texts(String name) {
        return StreamSupport.stream(parameters.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The instance that the call names, if there is one. */
    Optional<EmulatedInstance> instance(Cloud cloud) {
        return cloud.instance(text("redisId"));
    }
}
