package io.redial.emulator.behaviour.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Passwords;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Access;
import io.redial.emulator.instance.Account;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import java.util.List;
import java.util.function.UnaryOperator;

/** Accounts come, change and go. */
final class AccountActions {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_SUB_ACCOUNTS = 30;

    private AccountActions() {}

    static ObjectNode create(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var access = access(instance, cloud);
        var name = AccountText.newName(call);
        if (access.find(name).isPresent()) {
            throw call.refusal(
                    "There is an account `" + name + "` already; ModifyInstanceAccount changes it.",
                    "InvalidParameterValue");
        }
        if (access.others().size() >= MAX_SUB_ACCOUNTS) {
            throw call.refusal(
                    "The instance has " + MAX_SUB_ACCOUNTS + " sub-accounts already; delete one first.",
                    "LimitExceeded");
        }
        var account = new Account(
                name,
                Passwords.chosen(call, "AccountPassword"),
                AccountText.remark(call, ""),
                call.requiredText("Privilege"),
                AccountText.nodes(call, List.of()),
                cloud.now(),
                0);
        return start(call, cloud, instance, name, before -> before.with(account));
    }

    static ObjectNode modify(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var account = known(call, access(instance, cloud));
        if (Passwords.none(call) && !account.isRoot()) {
            throw call.refusal(
                    "Only the root account can be password-free; leave out `NoAuth`.",
                    "FailedOperation.UnSupportError");
        }
        var changed = account.with(
                AccountText.remark(call, account.remark()),
                call.text("Privilege").orElse(account.privilege()),
                AccountText.nodes(call, account.nodes()));
        if (Passwords.none(call)) {
            changed = changed.with(null);
        } else if (call.has("AccountPassword")) {
            changed = changed.with(Passwords.chosen(call, "AccountPassword"));
        }
        var result = changed;
        return start(call, cloud, instance, account.name(), before -> before.with(result));
    }

    static ObjectNode delete(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var account = known(call, access(instance, cloud));
        if (account.isRoot()) {
            throw call.refusal("Only sub-accounts can be deleted, not `root`.", "InvalidParameterValue");
        }
        return start(call, cloud, instance, account.name(), before -> before.without(account.name()));
    }

    private static ObjectNode start(
            Call call, Cloud cloud, Instance instance, String account, UnaryOperator<Access> effect) {
        return AccountWork.start(call, cloud, instance, TaskKind.ACCOUNT, account, effect);
    }

    private static Access access(Instance instance, Cloud cloud) {
        return instance.stateAt(cloud.now()).feature(Access.USUAL);
    }

    private static Account known(Call call, Access access) {
        return access.find(call.requiredText("AccountName"))
                .orElseThrow(() -> call.refusal(
                        "The instance has no account with the name in `AccountName`; DescribeInstanceAccount lists them.",
                        "ResourceNotFound"));
    }
}
