package io.redial.emulator.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters that all requests have in common, by the names that they have in forms. */
record CommonParameters(Function<String, Optional<String>> lookup) {

    static CommonParameters of(Map<String, String> values) {
        return new CommonParameters(name -> Optional.ofNullable(values.get(name)));
    }

    Optional<String> optional(String name) {
        return lookup.apply(name).filter(text -> !text.isBlank());
    }

    String required(String name) {
        return optional(name)
                .orElseThrow(() -> new ApiError(
                        "MissingParameter", "The request is missing the common parameter `" + name + "`."));
    }
}
