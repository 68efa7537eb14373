package io.redial.emulator.instance;

import java.util.List;

/**
 * What is tagged on an instance.
 *
 * @param all the tags in the order in which they were given
 */
public record Tags(List<Tag> all) implements Feature {
    private static final String ENVIRONMENT = "env";

    /** Keeps a copy of the list. */
    public Tags {
        all = List.copyOf(all);
    }

    /**
     * One tag.
     *
     * @param key its key
     * @param value its value
     */
    public record Tag(String key, String value) {}

    /** The tags of an instance: those that it was given, or else just its environment. */
    public static List<Tag> of(InstanceState state) {
        var own = (Tags) state.features().get(Tags.class.getSimpleName());
        return own == null ? List.of(new Tag(ENVIRONMENT, state.metadata().environment())) : own.all;
    }
}
