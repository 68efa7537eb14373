package io.redial.emulator.handler;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceAccounts;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.PasswordHash;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.Digests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * Passwords in calls: those that are given to an instance, and those that must be right. Where an instance is
 * password-free, whatever is given as its password is right.
 */
public final class Passwords {
    private static final Set<String> CHECKED_ACTIONS = Set.of("ClearInstance", "KillMasterGroup", "RestoreInstance");

    private Passwords() {}

    /** Whether the call wants no password to be needed. */
    public static boolean isPasswordFree(ActionRequest call) {
        return call.parameters().path("NoAuth").booleanValue();
    }

    /** The new password in a parameter that was given, if it is as the document wants it. */
    public static PasswordHash newPassword(ActionRequest call, String parameter) {
        return newPassword(call, parameter, PasswordRule.REDIS);
    }

    /** The password, or none, that CreateInstances and CloneInstances give to instances of that type. */
    public static UnaryOperator<InstanceState> forNewInstance(ActionRequest call, int type) {
        if (isPasswordFree(call)) {
            return state -> state;
        }
        if (call.text("Password").orElse("").isEmpty()) {
            throw call.error(
                    "The password is empty; give one in `Password`, or set `NoAuth` to true.",
                    "InvalidParameterValue.PasswordEmpty",
                    "InvalidParameterValue");
        }
        var rule = PasswordRule.forNewInstance(type, call.action().name().equals("CloneInstances"));
        var secret = newPassword(call, "Password", rule);
        return state -> state.with(state.feature(InstanceAccounts.DEFAULT).with(secret));
    }

    /** Holds the password in a parameter against that of the instance. */
    public static void verify(ActionRequest call, String parameter, InstanceState state) {
        var secret = state.feature(InstanceAccounts.DEFAULT).root().passwordHash();
        if (secret == null) {
            return;
        }
        var given = call.text(parameter).orElse("");
        if (given.isEmpty()) {
            throw call.error(
                    "The password is empty; give that of the instance in `" + parameter + "`.",
                    "InvalidParameterValue.PasswordEmpty",
                    "InvalidParameterValue.PasswordError",
                    "InvalidParameterValue");
        }
        if (!Digests.constantTimeEquals(secret.digest(), digest(secret.salt(), given))) {
            throw call.error(
                    "The password in `" + parameter + "` is not that of the instance; ResetPassword sets a new one.",
                    "InvalidParameterValue.PasswordError",
                    "InvalidParameterValue");
        }
    }

    /** Checks the password of the instances, where the document says that the action does. */
    static void verify(ActionRequest call, List<EmulatedInstance> targets, Cloud cloud) {
        if (CHECKED_ACTIONS.contains(call.action().name())) {
            targets.forEach(target -> verify(call, "Password", target.stateAt(cloud.now())));
        }
    }

    private static PasswordHash newPassword(ActionRequest call, String parameter, PasswordRule rule) {
        var password = call.requiredText(parameter);
        if (!rule.allows(password)) {
            throw call.error(
                    "The password in `" + parameter + "` must have " + rule.description() + ".",
                    "InvalidParameterValue.PasswordRuleError",
                    "InvalidParameterValue");
        }
        var salt = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new PasswordHash(salt, digest(salt, password));
    }

    private static String digest(String salt, String password) {
        return Digests.sha256((salt + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
