package io.redial.emulator.door;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters that all requests have in common, by the names that they have in forms. */
record Commons(Function<String, Optional<String>> find) {

    static Commons of(Map<String, String> values) {
        return new Commons(name -> Optional.ofNullable(values.get(name)));
    }

    Optional<String> optional(String name) {
        return find.apply(name).filter(text -> !text.isBlank());
    }

    String required(String name) {
        return optional(name)
                .orElseThrow(() ->
                        new Refusal("MissingParameter", "The request is missing the common parameter `" + name + "`."));
    }
}
