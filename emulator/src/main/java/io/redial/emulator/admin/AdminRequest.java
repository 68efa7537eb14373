package io.redial.emulator.admin;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.redial.emulator.protocol.IncomingRequest;
import java.util.List;
import java.util.Optional;

/**
 * A request that was let in.
 *
 * @param pathVariable what stands in the path for the variable of the route; empty if the route has none
 * @param request the request
 */
record AdminRequest(String pathVariable, IncomingRequest request) {

    /** The body, an object with no other fields than these; an empty body is an empty object. */
    JsonBody body(String... fields) {
        var wishes = uncheckedBody();
        wishes.rejectUnknownFields(List.of(fields));
        return wishes;
    }

    /** The body, an object whose fields are not known yet, see {@link JsonBody#rejectUnknownFields}. */
    JsonBody uncheckedBody() {
        return JsonBody.parse(request.body());
    }

    /** The number in a parameter of the query, or else another. */
    int intParameter(String parameter, int otherwise, int min, int max) {
        return queryParameter(parameter)
                .map(text -> {
                    var isNumber = text.matches("\\d{1,9}");
                    if (!isNumber || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
                        throw AdminError.badRequest(parameter + " is a number from " + min + " to " + max);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    /** A parameter of the query, if it is there. */
    Optional<String> queryParameter(String parameter) {
        try {
            return new QueryStringDecoder("?" + request.query())
                    .parameters().getOrDefault(parameter, List.of()).stream().findFirst();
        } catch (IllegalArgumentException e) {
            throw AdminError.badRequest("the query is not encoded as queries are");
        }
    }
}
