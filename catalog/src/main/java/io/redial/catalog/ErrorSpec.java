package io.redial.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A documented error code.
 *
 * @param code the code, or its name where codes are numbers with names
 * @param number the number of a code that has a name, or null
 * @param common whether every API has it, as opposed to this one alone
 * @param refusals the codes that a refusal may carry for it
 * @param doc what it says
 */
public record ErrorSpec(String code, @Nullable Integer number, boolean common, List<String> refusals, String doc) {
    public ErrorSpec {
        refusals = List.copyOf(refusals);
    }
}
