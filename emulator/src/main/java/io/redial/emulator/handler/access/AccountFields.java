package io.redial.emulator.handler.access;

import io.redial.emulator.protocol.ActionRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The names, remarks and nodes that an account may have. */
final class AccountFields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int MAX_REMARK_BYTES = 64;

    private AccountFields() {}

    static String newName(ActionRequest call) {
        var name = call.requiredText("AccountName");
        if (!NAME.matcher(name).matches()) {
            throw call.error(
                    "The value of parameter `AccountName` must be 1 to 32 letters, digits, _ and -.",
                    "InvalidParameterValue");
        }
        return name;
    }

    static String remark(ActionRequest call, String otherwise) {
        var remark = call.text("Remark").orElse(otherwise);
        if (remark.getBytes(StandardCharsets.UTF_8).length > MAX_REMARK_BYTES) {
            throw call.error(
                    "The value of parameter `Remark` must have at most " + MAX_REMARK_BYTES + " bytes.",
                    "InvalidParameterValue");
        }
        return remark;
    }

    static List<String> nodes(ActionRequest call, List<String> otherwise) {
        var nodes = call.has("ReadonlyPolicy")
                ? call.texts("ReadonlyPolicy").stream().distinct().toList()
                : otherwise;
        if (nodes.isEmpty()) {
            throw call.error(
                    "The value of parameter `ReadonlyPolicy` must name master, replication or both.",
                    "InvalidParameterValue");
        }
        return nodes;
    }
}
