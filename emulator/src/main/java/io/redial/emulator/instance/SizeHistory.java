package io.redial.emulator.instance;

import java.util.ArrayList;
import java.util.List;

/**
 * How large an instance was and how full before its latest changes, so that backups which were made of its own accord
 * hold what it held then.
 *
 * @param sizes the latest of them, in the order of time
 */
public record SizeHistory(List<PastSize> sizes) implements Feature {
    /** Nothing has changed yet. */
    public static final SizeHistory NONE = new SizeHistory(List.of());

    private static final int MAX_SIZES = 32;

    /** Keeps a copy of the list. */
    public SizeHistory {
        sizes = List.copyOf(sizes);
    }

    /**
     * What an instance was like.
     *
     * @param until when that ended, in milliseconds since 1970
     * @param type the number of its engine, version and architecture
     * @param memory how large it was and how full
     */
    public record PastSize(long until, int type, Memory memory) {}

    /** The state after work that ends at that time; it remembers what the state was like before in these respects. */
    public static InstanceState recordChange(InstanceState before, InstanceState after, long ends) {
        if (before.lifecycleState() == LifecycleState.NEW
                || (after.type() == before.type() && after.memory().equals(before.memory()))) {
            return after;
        }
        var sizes = new ArrayList<>(before.feature(NONE).sizes);
        sizes.add(new PastSize(ends, before.type(), before.memory()));
        return after.with(new SizeHistory(sizes.subList(Math.max(0, sizes.size() - MAX_SIZES), sizes.size())));
    }

    /** What an instance that is like this now was like at that time, as far as it is known. */
    public static PastSize sizeAt(long time, InstanceState now) {
        return now.feature(NONE).sizes.stream()
                .filter(former -> time < former.until)
                .findFirst()
                .orElseGet(() -> new PastSize(Long.MAX_VALUE, now.type(), now.memory()));
    }
}
