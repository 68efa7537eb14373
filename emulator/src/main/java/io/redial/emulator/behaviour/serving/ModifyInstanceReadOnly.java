package io.redial.emulator.behaviour.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.InputMode;
import io.redial.emulator.instance.Life;

final class ModifyInstanceReadOnly implements Behaviour {
    private static final String READ_ONLY = "1";

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var mode = new InputMode(call.requiredText("InputMode").equals(READ_ONLY));
        return Work.start(call, cloud, instance, state -> state.with(mode));
    }
}
