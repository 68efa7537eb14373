package io.redial.emulator.admin;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.redial.emulator.door.Arrival;
import java.util.List;
import java.util.Optional;

/**
 * A request that was let in.
 *
 * @param name what stands in the path for the variable of the route; empty if the route has none
 * @param arrival the request
 */
record Ask(String name, Arrival arrival) {

    /** The body, an object with no other fields than these; an empty body is an empty object. */
    Wishes wishes(String... fields) {
        var wishes = anyWishes();
        wishes.only(List.of(fields));
        return wishes;
    }

    /** The body, an object whose fields are not known yet, see {@link Wishes#only}. */
    Wishes anyWishes() {
        return Wishes.read(arrival.body());
    }

    /** The number in a parameter of the query, or else another. */
    int number(String parameter, int otherwise, int min, int max) {
        return query(parameter)
                .map(text -> {
                    var isNumber = text.matches("\\d{1,9}");
                    if (!isNumber || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
                        throw AdminError.bad(parameter + " is a number from " + min + " to " + max);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    /** A parameter of the query, if it is there. */
    Optional<String> query(String parameter) {
        try {
            return new QueryStringDecoder("?" + arrival.query())
                    .parameters().getOrDefault(parameter, List.of()).stream().findFirst();
        } catch (IllegalArgumentException e) {
            throw AdminError.bad("the query is not encoded as queries are");
        }
    }
}
