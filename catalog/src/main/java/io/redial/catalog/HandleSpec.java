package io.redial.catalog;

import java.util.List;

/**
 * The field of an answer that names work which goes on after the answer.
 *
 * @param kind what the field names
 * @param field the output field
 * @param until when the work is over
 * @param tasks the types, as DescribeTaskList writes them, of the tasks that do the work; empty when the document does not
 *     tell
 */
public record HandleSpec(Kind kind, String field, Until until, List<String> tasks) {

    public HandleSpec {
        tasks = List.copyOf(tasks);
    }

    /** What a handle names, and so where its state is looked up. */
    public enum Kind {
        /** A task, looked up with DescribeTaskInfo or DescribeTaskList. */
        TASK,
        /** A flow, looked up as a task. */
        FLOW,
        /** An order, looked up with DescribeInstanceDealDetail. */
        DEAL
    }

    /** When work is over. */
    public enum Until {
        /** When the task, the flow or the order says so. */
        DONE,
        /** When the order is delivered and its instances, having left that state, run again. */
        CHANGED,
        /** When the order is delivered and its instances run. */
        RUNNING,
        /** When the instances that the call named are isolated or gone; the order cannot be looked up. */
        GONE
    }
}
