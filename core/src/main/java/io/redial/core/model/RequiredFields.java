package io.redial.core.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds every required field that is missing, to name them all at once. */
public final class RequiredFields {
    private final String model;
    private final List<String> missing = new ArrayList<>();

    public RequiredFields(String model) {
        this.model = model;
    }

    /** Looks at one field. */
    public RequiredFields field(String name, @Nullable Object value) {
        if (value == null) {
            missing.add(name);
        }
        return this;
    }

    /**
     * Ends the search.
     *
     * @throws IllegalArgumentException naming every field that is missing
     */
    public void check() {
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(model + " lacks " + String.join(", ", missing)
                    + (missing.size() == 1 ? ", which is required" : ", which are required"));
        }
    }
}
