package io.redial.emulator.behaviour.instances;

import io.redial.emulator.door.Call;
import java.util.regex.Pattern;

/** The names that instances may have. */
final class Names {
    private static final Pattern RULE = Pattern.compile("[\\p{L}\\p{N}_-]{1,60}");

    private Names() {}

    /** The name, if it keeps to the rule. */
    static String checked(String name, String parameter, Call call) {
        if (RULE.matcher(name).matches()) {
            return name;
        }
        throw call.refusal(
                "The name in `" + parameter + "` must be 1 to 60 letters, digits, hyphens and underscores.",
                "InvalidParameterValue.InstanceNameRuleError",
                "InvalidParameterValue");
    }
}
