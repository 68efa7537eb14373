package io.redial.core;

import java.util.List;
import java.util.Objects;

/**
 * The name of work that goes on after an answer: where to ask about it, and under which ids.
 *
 * @param kind what the ids name
 * @param ids one id, or several when one call started several pieces of work; never empty
 */
public record Handle(Kind kind, List<String> ids) {

    public Handle {
        Objects.requireNonNull(kind, "kind");
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a handle needs at least one id");
        }
    }

    /** A handle with one id. */
    public static Handle of(Kind kind, String id) {
        return new Handle(kind, List.of(id));
    }

    /** {@code deal:6954227}, {@code task:16658,16659}. */
    @Override
    public String toString() {
        return kind.text + ":" + String.join(",", ids);
    }

    /** What a handle names, and so where its state is looked up. */
    public enum Kind {
        /** A task, looked up with DescribeTaskInfo. */
        TASK("task"),
        /** A flow, which is looked up like a task. */
        FLOW("flow"),
        /** An order, looked up with DescribeInstanceDealDetail. */
        DEAL("deal");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }
}
