package io.redial.emulator.behaviour.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Passwords;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Account;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Secret;
import java.util.stream.Stream;

/** The password of an instance is that of its root account. */
final class PasswordActions {
    private PasswordActions() {}

    static ObjectNode reset(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        if (Passwords.none(call)) {
            return AccountWork.start(
                    call, cloud, instance, TaskKind.PASSWORD_FREE, Account.ROOT, access -> access.with((Secret) null));
        }
        if (!call.has("Password")) {
            throw call.refusal(
                    "The password is empty; give one in `Password`, or set `NoAuth` to true.",
                    "InvalidParameterValue.PasswordEmpty",
                    "InvalidParameter");
        }
        var secret = Passwords.chosen(call, "Password");
        return AccountWork.start(
                call, cloud, instance, TaskKind.SET_PASSWORD, Account.ROOT, access -> access.with(secret));
    }

    static ObjectNode modify(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        Stream.of("OldPassword", "Password").forEach(parameter -> {
            if (call.requiredText(parameter).isEmpty()) {
                throw call.refusal(
                        "The parameter `" + parameter + "` is empty.",
                        "InvalidParameter.EmptyParam",
                        "InvalidParameter");
            }
        });
        Passwords.check(call, "OldPassword", instance.stateAt(cloud.now()));
        var secret = Passwords.chosen(call, "Password");
        return AccountWork.start(
                call, cloud, instance, TaskKind.SET_PASSWORD, Account.ROOT, access -> access.with(secret));
    }
}
