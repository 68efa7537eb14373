package io.redial.emulator.instance;

/**
 * Work on an instance. Times are in milliseconds since 1970.
 *
 * @param runs when it leaves the queue
 * @param until when it ends
 * @param state what the instance is like afterwards
 */
public record Change(long runs, long until, State state) {}
