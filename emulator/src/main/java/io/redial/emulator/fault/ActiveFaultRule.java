package io.redial.emulator.fault;

/**
 * A rule that is in force.
 *
 * @param id its number, never given to another
 * @param rule the rule
 * @param triggerCount how often its fault has happened
 */
public record ActiveFaultRule(long id, FaultRule rule, long triggerCount) {}
