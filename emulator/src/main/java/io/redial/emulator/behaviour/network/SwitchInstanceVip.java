package io.redial.emulator.behaviour.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.InputMode;

/** Two instances exchange their addresses, and the target can be written to from then on. */
final class SwitchInstanceVip implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var both = Targets.running(call, cloud);
        if (both.size() != 2) {
            throw call.refusal(
                    "`SrcInstanceId` and `DstInstanceId` must name different instances.",
                    "InvalidParameter.InvalidParameter");
        }
        var now = cloud.now();
        var source = Spot.of(both.get(0).stateAt(now));
        var target = Spot.of(both.get(1).stateAt(now));
        return Work.start(
                call,
                cloud,
                both,
                state -> Spot.of(state).equals(source)
                        ? target.give(state)
                        : source.give(state).with(new InputMode(false)));
    }
}
