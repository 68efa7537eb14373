package io.redial.core.model;

import org.jspecify.annotations.Nullable;

/** The text form of a model: the fields that are there, with secrets masked. */
public final class ModelText {
    private static final String MASK = "***";

    private final StringBuilder text;
    private String separator = "{";

    public ModelText(String model) {
        this.text = new StringBuilder(model);
    }

    /** Adds a field, if it is there. */
    public ModelText field(String name, @Nullable Object value) {
        if (value != null) {
            add(name, value);
        }
        return this;
    }

    /** Adds a field whose value nobody may read, if it is there. */
    public ModelText secret(String name, @Nullable Object value) {
        return field(name, value == null ? null : MASK);
    }

    private void add(String name, Object value) {
        text.append(separator).append(name).append('=').append(value);
        separator = ", ";
    }

    @Override
    public String toString() {
        return separator.equals("{") ? text + "{}" : text + "}";
    }
}
