package io.redial.emulator.instance;

/**
 * Work on an instance. Times are in milliseconds since 1970.
 *
 * @param runningSince when it leaves the queue
 * @param ends when it ends
 * @param state what the instance is like afterwards
 */
public record StateChange(long runningSince, long ends, InstanceState state) {}
