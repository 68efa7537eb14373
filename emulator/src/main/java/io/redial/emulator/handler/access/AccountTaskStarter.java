package io.redial.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceAccounts;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/** Starts work on an account, which shows that it is being changed until then. */
final class AccountTaskStarter {
    private AccountTaskStarter() {}

    static ObjectNode start(
            ActionRequest call,
            Cloud cloud,
            EmulatedInstance instance,
            TaskKind kind,
            String account,
            UnaryOperator<InstanceAccounts> effect) {
        var answer = TaskStarter.start(
                call,
                cloud,
                List.of(instance),
                kind,
                state -> state.with(effect.apply(state.feature(InstanceAccounts.DEFAULT))));
        cloud.task(answer.path("TaskId").longValue())
                .ifPresent(task -> cloud.updateInstance(
                        instance.id(),
                        state -> state.with(
                                state.feature(InstanceAccounts.DEFAULT).withBusyAccount(account, task.ends()))));
        return answer;
    }
}
