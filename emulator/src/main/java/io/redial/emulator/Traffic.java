package io.redial.emulator;

/**
 * The calls of one action in one second of the cloud's clock.
 *
 * @param second seconds since 1970
 * @param accepted how many arrived and were not refused by a quota, whatever was answered
 * @param refused how many were refused by a quota
 */
public record Traffic(long second, long accepted, long refused) {}
