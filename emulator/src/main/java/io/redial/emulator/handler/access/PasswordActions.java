package io.redial.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Passwords;
import io.redial.emulator.instance.InstanceAccount;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.PasswordHash;
import io.redial.emulator.protocol.ActionRequest;
import java.util.stream.Stream;

/** The password of an instance is that of its root account. */
final class PasswordActions {
    private PasswordActions() {}

    static ObjectNode reset(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        if (Passwords.isPasswordFree(call)) {
            return AccountTaskStarter.start(
                    call,
                    cloud,
                    instance,
                    TaskKind.PASSWORD_FREE,
                    InstanceAccount.ROOT,
                    access -> access.with((PasswordHash) null));
        }
        if (!call.has("Password")) {
            throw call.error(
                    "The password is empty; give one in `Password`, or set `NoAuth` to true.",
                    "InvalidParameterValue.PasswordEmpty",
                    "InvalidParameter");
        }
        var secret = Passwords.newPassword(call, "Password");
        return AccountTaskStarter.start(
                call, cloud, instance, TaskKind.SET_PASSWORD, InstanceAccount.ROOT, access -> access.with(secret));
    }

    static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        Stream.of("OldPassword", "Password").forEach(parameter -> {
            if (call.requiredText(parameter).isEmpty()) {
                throw call.error(
                        "The parameter `" + parameter + "` is empty.",
                        "InvalidParameter.EmptyParam",
                        "InvalidParameter");
            }
        });
        Passwords.verify(call, "OldPassword", instance.stateAt(cloud.now()));
        var secret = Passwords.newPassword(call, "Password");
        return AccountTaskStarter.start(
                call, cloud, instance, TaskKind.SET_PASSWORD, InstanceAccount.ROOT, access -> access.with(secret));
    }
}
