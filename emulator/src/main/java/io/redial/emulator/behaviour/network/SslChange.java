package io.redial.emulator.behaviour.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Ssl;

/** Turns TLS on or off. The state of this work is remembered, as DescribeSSLStatus tells it. */
record SslChange(boolean on) implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var answer = Work.start(
                call,
                cloud,
                instance,
                state -> state.with(state.feature(Ssl.USUAL).turned(on)));
        var task = answer.path("TaskId").longValue();
        cloud.alter(instance.id(), state -> state.with(state.feature(Ssl.USUAL).changedBy(task)));
        return answer;
    }
}
