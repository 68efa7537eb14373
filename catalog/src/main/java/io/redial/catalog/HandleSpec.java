package io.redial.catalog;

import java.util.List;

/**
 * The field that names work which goes on after the answer.
 *
 * @param kind what the field names
 * @param field the output field; for an instance, the input field
 * @param until when the work is over
 * @param tasks the types, as lists of tasks write them, of the tasks that do the work; empty when the document does not tell
 */
public record HandleSpec(Kind kind, String field, Until until, List<String> tasks) {

    public HandleSpec {
        tasks = List.copyOf(tasks);
    }

    /** What a handle names, and so where its state is looked up. */
    public enum Kind {
        /** A task, looked up by its id or in the list of tasks. */
        TASK,
        /** A flow, looked up as a task. */
        FLOW,
        /** An order, looked up by its id. */
        DEAL,
        /** Nothing but the instance that the call named, whose state is looked up. */
        INSTANCE
    }

    /** When work is over. */
    public enum Until {
        /** When the task, the flow or the order says so. */
        DONE,
        /** When the order, if there is one, is delivered and the instances, having left that state, run again. */
        CHANGED,
        /** When the order is delivered and its instances run. */
        RUNNING,
        /** When the instances that the call named are isolated or gone; the order cannot be looked up. */
        GONE
    }
}
