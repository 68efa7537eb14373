package io.redial.emulator.api3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;

/** Answers with the documented example, whatever was asked; work is real, but has no effect that can be seen. */
record ExampleAnswer(ObjectNode example) implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var answer = example.deepCopy();
        if (call.action().handle() != null) {
            answer.setAll(Work.start(call, cloud, Targets.running(call, cloud), state -> state));
        }
        return answer;
    }
}
