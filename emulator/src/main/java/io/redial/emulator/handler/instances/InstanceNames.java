package io.redial.emulator.handler.instances;

import io.redial.emulator.protocol.ActionRequest;
import java.util.regex.Pattern;

/** The names that instances may have. */
final class InstanceNames {
    private static final Pattern RULE = Pattern.compile("[\\p{L}\\p{N}_-]{1,60}");

    private InstanceNames() {}

    /** The name, if it keeps to the rule. */
    static String requireValid(String name, String parameter, ActionRequest call) {
        if (RULE.matcher(name).matches()) {
            return name;
        }
        throw call.error(
                "The name in `" + parameter + "` must be 1 to 60 letters, digits, hyphens and underscores.",
                "InvalidParameterValue.InstanceNameRuleError",
                "InvalidParameterValue");
    }
}
