package io.redial.emulator.instance;

/**
 * A change of a parameter.
 *
 * @param name the parameter
 * @param before its value before
 * @param after the value that it is to have
 * @param requestedAt when it was asked for, in milliseconds since 1970
 * @param taskId the task that makes the change
 */
public record ParameterChange(String name, String before, String after, long requestedAt, long taskId) {}
