package io.redial.emulator.handler.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.Ssl;
import io.redial.emulator.protocol.ActionRequest;

/** Turns TLS on or off. The state of this work is remembered, as DescribeSSLStatus tells it. */
record SslChange(boolean on) implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var answer = TaskStarter.start(
                call,
                cloud,
                instance,
                state -> state.with(state.feature(Ssl.DEFAULT).withEnabled(on)));
        var task = answer.path("TaskId").longValue();
        cloud.updateInstance(
                instance.id(), state -> state.with(state.feature(Ssl.DEFAULT).withTaskId(task)));
        return answer;
    }
}
