package io.redial.catalog;

/**
 * The field of an answer that names work which goes on after the answer.
 *
 * @param kind what the field names
 * @param field the output field
 */
public record HandleSpec(Kind kind, String field) {

    /** What a handle names, and so where its state is looked up. */
    public enum Kind {
        /** A task, looked up with DescribeTaskInfo or DescribeTaskList. */
        TASK,
        /** A flow, looked up as a task. */
        FLOW,
        /** An order, looked up with DescribeInstanceDealDetail. */
        DEAL
    }
}
