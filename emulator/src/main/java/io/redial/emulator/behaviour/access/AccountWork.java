package io.redial.emulator.behaviour.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Access;
import io.redial.emulator.instance.Instance;
import java.util.List;
import java.util.function.UnaryOperator;

/** Starts work on an account, which shows that it is being changed until then. */
final class AccountWork {
    private AccountWork() {}

    static ObjectNode start(
            Call call, Cloud cloud, Instance instance, TaskKind kind, String account, UnaryOperator<Access> effect) {
        var answer = Work.start(
                call, cloud, List.of(instance), kind, state -> state.with(effect.apply(state.feature(Access.USUAL))));
        cloud.task(answer.path("TaskId").longValue())
                .ifPresent(task -> cloud.alter(
                        instance.id(),
                        state -> state.with(state.feature(Access.USUAL).settling(account, task.ends()))));
        return answer;
    }
}
