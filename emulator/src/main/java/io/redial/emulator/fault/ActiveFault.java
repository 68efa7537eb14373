package io.redial.emulator.fault;

/**
 * A rule that is in force.
 *
 * @param id its number, never given to another
 * @param rule the rule
 * @param happened how often its fault has happened
 */
public record ActiveFault(long id, FaultRule rule, long happened) {}
