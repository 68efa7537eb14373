package io.redial.benchmarks.throttling;

/** What a client asks before each call. */
interface Limiter {
    /** 0 if the call may leave; else how long until it is worth asking again, {@link Long#MAX_VALUE} for an answer first. */
    long ask();

    default void accepted(long sentAt, long answeredAt) {}

    default void refused(long sentAt, long answeredAt, String text) {}
}
