package io.redial.emulator.behaviour.access;

import io.redial.emulator.door.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The names, remarks and nodes that an account may have. */
final class AccountText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int MAX_REMARK_BYTES = 64;

    private AccountText() {}

    static String newName(Call call) {
        var name = call.requiredText("AccountName");
        if (!NAME.matcher(name).matches()) {
            throw call.refusal(
                    "The value of parameter `AccountName` must be 1 to 32 letters, digits, _ and -.",
                    "InvalidParameterValue");
        }
        return name;
    }

    static String remark(Call call, String otherwise) {
        var remark = call.text("Remark").orElse(otherwise);
        if (remark.getBytes(StandardCharsets.UTF_8).length > MAX_REMARK_BYTES) {
            throw call.refusal(
                    "The value of parameter `Remark` must have at most " + MAX_REMARK_BYTES + " bytes.",
                    "InvalidParameterValue");
        }
        return remark;
    }

    static List<String> nodes(Call call, List<String> otherwise) {
        var nodes = call.has("ReadonlyPolicy")
                ? call.texts("ReadonlyPolicy").stream().distinct().toList()
                : otherwise;
        if (nodes.isEmpty()) {
            throw call.refusal(
                    "The value of parameter `ReadonlyPolicy` must name master, replication or both.",
                    "InvalidParameterValue");
        }
        return nodes;
    }
}
