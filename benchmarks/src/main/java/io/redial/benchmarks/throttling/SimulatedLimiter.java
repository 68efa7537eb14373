package io.redial.benchmarks.throttling;

/** What a client asks before each call. */
interface SimulatedLimiter {
    /** 0 if the call may leave; else how long until it is worth asking again, {@link Long#MAX_VALUE} for an answer first. */
    long tryAcquire();

    default void onAccepted(long sentAt, long answeredAt) {}

    default void onThrottled(long sentAt, long answeredAt, String text) {}
}
