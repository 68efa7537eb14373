package io.redial.emulator.handler.access;

import io.redial.emulator.handler.ActionHandler;
import java.util.Map;

/**
 * The actions on passwords and accounts. Faithful: the rules for passwords, names and remarks, the states of accounts,
 * and that nothing shows before the task ends. Made up: that instances begin password-free, the codes for accounts that
 * are not there or there already, for which no document names one, and how many sub-accounts there may be.
 */
public final class AccessActions {
    private AccessActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.of(
                "ResetPassword", PasswordActions::reset,
                "ModfiyInstancePassword", PasswordActions::modify,
                "ModifyInstancePassword", PasswordActions::modify,
                "DescribeInstanceAccount", new DescribeInstanceAccount(),
                "CreateInstanceAccount", AccountActions::create,
                "ModifyInstanceAccount", AccountActions::modify,
                "DeleteInstanceAccount", AccountActions::delete);
    }
}
