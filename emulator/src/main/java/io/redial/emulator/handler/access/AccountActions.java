package io.redial.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Passwords;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceAccount;
import io.redial.emulator.instance.InstanceAccounts;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/** Accounts come, change and go. */
final class AccountActions {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_SUB_ACCOUNTS = 30;

    private AccountActions() {}

    static ObjectNode create(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var access = access(instance, cloud);
        var name = AccountFields.newName(call);
        if (access.find(name).isPresent()) {
            throw call.error(
                    "There is an account `" + name + "` already; ModifyInstanceAccount changes it.",
                    "InvalidParameterValue");
        }
        if (access.subAccounts().size() >= MAX_SUB_ACCOUNTS) {
            throw call.error(
                    "The instance has " + MAX_SUB_ACCOUNTS + " sub-accounts already; delete one first.",
                    "LimitExceeded");
        }
        var account = new InstanceAccount(
                name,
                Passwords.newPassword(call, "AccountPassword"),
                AccountFields.remark(call, ""),
                call.requiredText("Privilege"),
                AccountFields.nodes(call, List.of()),
                cloud.now(),
                0);
        return start(call, cloud, instance, name, before -> before.with(account));
    }

    static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var account = requireAccount(call, access(instance, cloud));
        if (Passwords.isPasswordFree(call) && !account.isRoot()) {
            throw call.error(
                    "Only the root account can be password-free; leave out `NoAuth`.",
                    "FailedOperation.UnSupportError");
        }
        var changed = account.with(
                AccountFields.remark(call, account.remark()),
                call.text("Privilege").orElse(account.privilege()),
                AccountFields.nodes(call, account.nodes()));
        if (Passwords.isPasswordFree(call)) {
            changed = changed.with(null);
        } else if (call.has("AccountPassword")) {
            changed = changed.with(Passwords.newPassword(call, "AccountPassword"));
        }
        var result = changed;
        return start(call, cloud, instance, account.name(), before -> before.with(result));
    }

    static ObjectNode delete(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var account = requireAccount(call, access(instance, cloud));
        if (account.isRoot()) {
            throw call.error("Only sub-accounts can be deleted, not `root`.", "InvalidParameterValue");
        }
        return start(call, cloud, instance, account.name(), before -> before.without(account.name()));
    }

    private static ObjectNode start(
            ActionRequest call,
            Cloud cloud,
            EmulatedInstance instance,
            String account,
            UnaryOperator<InstanceAccounts> effect) {
        return AccountTaskStarter.start(call, cloud, instance, TaskKind.ACCOUNT, account, effect);
    }

    private static InstanceAccounts access(EmulatedInstance instance, Cloud cloud) {
        return instance.stateAt(cloud.now()).feature(InstanceAccounts.DEFAULT);
    }

    private static InstanceAccount requireAccount(ActionRequest call, InstanceAccounts access) {
        return access.find(call.requiredText("AccountName"))
                .orElseThrow(() -> call.error(
                        "The instance has no account with the name in `AccountName`; DescribeInstanceAccount lists them.",
                        "ResourceNotFound"));
    }
}
