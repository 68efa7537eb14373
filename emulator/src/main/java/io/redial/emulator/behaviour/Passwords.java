package io.redial.emulator.behaviour;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Digests;
import io.redial.emulator.instance.Access;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Secret;
import io.redial.emulator.instance.State;
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
    private static final Set<String> ASKING = Set.of("ClearInstance", "KillMasterGroup", "RestoreInstance");

    private Passwords() {}

    /** Whether the call wants no password to be needed. */
    public static boolean none(Call call) {
        return call.parameters().path("NoAuth").booleanValue();
    }

    /** The new password in a parameter that was given, if it is as the document wants it. */
    public static Secret chosen(Call call, String parameter) {
        return chosen(call, parameter, PasswordRule.REDIS);
    }

    /** The password, or none, that CreateInstances and CloneInstances give to instances of that type. */
    public static UnaryOperator<State> ofNew(Call call, int type) {
        if (none(call)) {
            return state -> state;
        }
        if (call.text("Password").orElse("").isEmpty()) {
            throw call.refusal(
                    "The password is empty; give one in `Password`, or set `NoAuth` to true.",
                    "InvalidParameterValue.PasswordEmpty",
                    "InvalidParameterValue");
        }
        var rule = PasswordRule.ofNew(type, call.action().name().equals("CloneInstances"));
        var secret = chosen(call, "Password", rule);
        return state -> state.with(state.feature(Access.USUAL).with(secret));
    }

    /** Holds the password in a parameter against that of the instance. */
    public static void check(Call call, String parameter, State state) {
        var secret = state.feature(Access.USUAL).root().secret();
        if (secret == null) {
            return;
        }
        var given = call.text(parameter).orElse("");
        if (given.isEmpty()) {
            throw call.refusal(
                    "The password is empty; give that of the instance in `" + parameter + "`.",
                    "InvalidParameterValue.PasswordEmpty",
                    "InvalidParameterValue.PasswordError",
                    "InvalidParameterValue");
        }
        if (!Digests.same(secret.digest(), digest(secret.salt(), given))) {
            throw call.refusal(
                    "The password in `" + parameter + "` is not that of the instance; ResetPassword sets a new one.",
                    "InvalidParameterValue.PasswordError",
                    "InvalidParameterValue");
        }
    }

    /** Checks the password of the instances, where the document says that the action does. */
    static void check(Call call, List<Instance> targets, Cloud cloud) {
        if (ASKING.contains(call.action().name())) {
            targets.forEach(target -> check(call, "Password", target.stateAt(cloud.now())));
        }
    }

    private static Secret chosen(Call call, String parameter, PasswordRule rule) {
        var password = call.requiredText(parameter);
        if (!rule.allows(password)) {
            throw call.refusal(
                    "The password in `" + parameter + "` must have " + rule.text() + ".",
                    "InvalidParameterValue.PasswordRuleError",
                    "InvalidParameterValue");
        }
        var salt = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new Secret(salt, digest(salt, password));
    }

    private static String digest(String salt, String password) {
        return Digests.sha256((salt + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
