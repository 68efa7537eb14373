package io.redial.emulator.behaviour.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;

/** Proxies that fail come back by themselves. */
final class SwitchProxy implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return Work.start(call, cloud, Targets.idle(Life.RUNNING, call, cloud), state -> state);
    }
}
