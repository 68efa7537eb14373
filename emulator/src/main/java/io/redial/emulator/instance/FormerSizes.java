package io.redial.emulator.instance;

import java.util.ArrayList;
import java.util.List;

/**
 * How large an instance was and how full before its latest changes, so that backups which were made of its own accord
 * hold what it held then.
 *
 * @param sizes the latest of them, in the order of time
 */
public record FormerSizes(List<Former> sizes) implements Feature {
    /** Nothing has changed yet. */
    public static final FormerSizes NONE = new FormerSizes(List.of());

    private static final int MAX = 32;

    /** Keeps a copy of the list. */
    public FormerSizes {
        sizes = List.copyOf(sizes);
    }

    /**
     * What an instance was like.
     *
     * @param until when that ended, in milliseconds since 1970
     * @param type the number of its engine, version and architecture
     * @param memory how large it was and how full
     */
    public record Former(long until, int type, Memory memory) {}

    /** The state after work that ends at that time; it remembers what the state was like before in these respects. */
    public static State noted(State before, State after, long ends) {
        if (before.life() == Life.NEW
                || (after.type() == before.type() && after.memory().equals(before.memory()))) {
            return after;
        }
        var sizes = new ArrayList<>(before.feature(NONE).sizes);
        sizes.add(new Former(ends, before.type(), before.memory()));
        return after.with(new FormerSizes(sizes.subList(Math.max(0, sizes.size() - MAX), sizes.size())));
    }

    /** What an instance that is like this now was like at that time, as far as it is known. */
    public static Former at(long time, State now) {
        return now.feature(NONE).sizes.stream()
                .filter(former -> time < former.until)
                .findFirst()
                .orElseGet(() -> new Former(Long.MAX_VALUE, now.type(), now.memory()));
    }
}
