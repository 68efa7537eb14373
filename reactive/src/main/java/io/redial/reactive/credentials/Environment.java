package io.redial.reactive.credentials;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables; one that is blank is not set. */
record Environment(Map<String, String> variables) {

    @Nullable
    String value(String name) {
        var value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String value(String name, String otherwise) {
        var value = value(name);
        return value == null ? otherwise : value;
    }

    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
