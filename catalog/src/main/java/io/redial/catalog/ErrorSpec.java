package io.redial.catalog;

/**
 * A documented error code.
 *
 * @param code the code
 * @param common whether every API has it, as opposed to this one alone
 * @param doc what it says
 */
public record ErrorSpec(String code, boolean common, String doc) {}
