package io.redial.emulator.handler.replication;

import io.redial.emulator.protocol.ActionRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** What callers write about groups. */
final class ReplicationGroupFields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{2,64}");

    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_REMARK = 1024;

    private ReplicationGroupFields() {}

    /** The name in a call, if there is one. */
    static Optional<String> name(ActionRequest call) {
        var name = call.text("GroupName");
        if (name.filter(text -> !NAME.matcher(text).matches()).isPresent()) {
            throw call.error(
                    "The value of parameter `GroupName` must have 2 to 64 letters, digits, underscores or hyphens.",
                    "InvalidParameterValue.InstanceNameRuleError",
                    "InvalidParameter.InvalidParameter");
        }
        return name;
    }

    /** The note in a call, if there is one. */
    static Optional<String> remark(ActionRequest call) {
        var remark = call.text("Remark");
        if (remark.filter(text -> text.length() > MAX_REMARK).isPresent()) {
            throw call.error(
                    "The value of parameter `Remark` must have at most " + MAX_REMARK + " characters.",
                    "InvalidParameterValue.CheckNotPass",
                    "InvalidParameter.InvalidParameter");
        }
        return remark;
    }
}
