package io.redial.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of work that goes on after an answer: where to ask about it, under which ids, and when it is over. It prints as
 * text that {@link #parse} reads, so that work can be followed by another process.
 *
 * @param kind what the ids name
 * @param ids one id, or several when one call started several pieces of work or named several instances; never empty
 * @param until when the work is over
 * @param instances the instances that the call named; empty when they are not known
 */
public record Handle(Kind kind, List<String> ids, Until until, List<String> instances) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final String FORM =
            "KIND:ID[,ID...][/UNTIL[/INSTANCE,...]], like task:16658, deal:6954227/changed or instance:r-bp1zxszh";

    public Handle {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(until, "until");
        ids = List.copyOf(ids);
        instances = List.copyOf(instances);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a handle needs at least one id");
        }
    }

    /**
     * A handle of work that is over as is usual for its kind.
     *
     * @param ids one id, or several when one call started several pieces of work
     */
    public static Handle of(Kind kind, List<String> ids) {
        return new Handle(kind, ids, kind.usually, List.of());
    }

    /** A handle with one id. */
    public static Handle of(Kind kind, String id) {
        return of(kind, List.of(id));
    }

    /**
     * Reads what {@link #toString} writes. What follows the ids may be left out: a task is followed until it is done, an
     * order until its instances have changed, an instance until it has changed.
     *
     * @throws IllegalArgumentException if it is not the text of a handle
     */
    public static Handle parse(String text) {
        var parts = text.split("/", -1);
        var colon = parts[0].indexOf(':');
        if (colon < 0 || parts.length > 3) {
            throw unreadable(text);
        }
        var kind = named(Kind.values(), parts[0].substring(0, colon), text);
        var handle = of(kind, ids(parts[0].substring(colon + 1), text));
        if (parts.length == 1) {
            return handle;
        }
        return new Handle(
                kind,
                handle.ids,
                named(Until.values(), parts[1], text),
                parts.length == 2 ? List.of() : ids(parts[2], text));
    }

    private static <E extends Enum<E>> E named(E[] values, String name, String text) {
        return Arrays.stream(values)
                .filter(value -> lower(value).equals(name))
                .findFirst()
                .orElseThrow(() -> unreadable(text));
    }

    private static List<String> ids(String list, String text) {
        var ids = List.of(list.split(",", -1));
        if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw unreadable(text);
        }
        return ids;
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("'" + text + "' is not a handle; one reads " + FORM);
    }

    /** The same work, over at another time. */
    public Handle until(Until end) {
        return new Handle(kind, ids, end, instances);
    }

    /** The same work, done on these instances. */
    public Handle on(List<String> instanceIds) {
        return new Handle(kind, ids, until, instanceIds);
    }

    /**
     * {@code task:16658,16659}, {@code deal:6954227/running}, {@code deal:6954227/gone/crs-5a4py64p}, {@code
     * instance:r-bp1zxszh}.
     */
    @Override
    public String toString() {
        var work = lower(kind) + ":" + String.join(",", ids);
        if (until == kind.usually && instances.isEmpty()) {
            return work;
        }
        return work + "/" + lower(until) + (instances.isEmpty() ? "" : "/" + String.join(",", instances));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What a handle names, and so where its state is looked up. */
    public enum Kind {
        /** A task, looked up by its id, or in the list of tasks. */
        TASK(Until.DONE),
        /** A flow, which is looked up like a task. */
        FLOW(Until.DONE),
        /** An order, looked up by its id. */
        DEAL(Until.CHANGED),
        /** An instance: the work has no name of its own, and only the state of its instance tells of it. */
        INSTANCE(Until.CHANGED);

        private final Until usually;

        Kind(Until usually) {
            this.usually = usually;
        }
    }

    /** When work is over. */
    public enum Until {
        /** When the task, the flow or the order says so. */
        DONE,
        /** When the order, if there is one, is delivered and its instances, having left that state, run again. */
        CHANGED,
        /** When the order, if there is one, is delivered and its instances run. */
        RUNNING,
        /** When the instances that the call named are isolated or gone; the order cannot be looked up. */
        GONE
    }
}
