package io.redial.emulator;

/**
 * The calls of one action in one second of the cloud's clock.
 *
 * @param epochSecond seconds since 1970
 * @param accepted how many arrived and were not refused by a quota, whatever was answered
 * @param throttled how many were refused by a quota
 */
public record CallsPerSecond(long epochSecond, long accepted, long throttled) {}
