package io.redial.emulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A request that the front door let in: signed, within the quota, its parameters as documented.
 *
 * @param action what it asks for
 * @param region the region that it asks in
 * @param parameters its parameters
 */
public record ActionRequest(ActionSpec action, String region, ObjectNode parameters) {

    /** Whether the parameter was given. */
    public boolean has(String name) {
        return parameters.hasNonNull(name);
    }

    /** The text of a parameter, if it was given. */
    public Optional<String> text(String name) {
        return has(name) ? Optional.of(parameters.path(name).asText()) : Optional.empty();
    }

    /** The text of a required parameter. */
    public String requiredText(String name) {
        return text(name).orElseThrow();
    }

    /** The number in a parameter, or what the server assumes when it was left out. */
    public long number(String name, long otherwise) {
        return has(name) ? parameters.path(name).longValue() : otherwise;
    }

    /** The texts in a list parameter; empty when it was left out. */
    public List<String> texts(String name) {
        return items(name).stream().map(JsonNode::asText).toList();
    }

    /** The numbers in a list parameter; empty when it was left out. */
    public List<Long> numbers(String name) {
        return items(name).stream().map(JsonNode::longValue).toList();
    }

    /** The elements of a list parameter; empty when it was left out. */
    public List<JsonNode> items(String name) {
        return StreamSupport.stream(parameters.path(name).spliterator(), false).toList();
    }

    /**
     * Turns the call down with the first of the codes that the document lists for its action; when it lists none, with
     * the last one, which should be a code that all actions have in common.
     *
     * @param message what went wrong
     * @param codes the most telling code first
     */
    public ApiError error(String message, String... codes) {
        for (var code : codes) {
            if (action.errors().contains(code)) {
                return new ApiError(code, message);
            }
        }
        return new ApiError(codes[codes.length - 1], message);
    }
}
