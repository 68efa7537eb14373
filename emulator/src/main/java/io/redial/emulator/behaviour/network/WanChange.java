package io.redial.emulator.behaviour.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Network;
import io.redial.emulator.instance.Wan;

/** Opens the way from the public network, or closes it. */
record WanChange(boolean open) implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        if (open && Network.of(instance.stateAt(cloud.now())).isClassic()) {
            throw call.refusal(
                    "The instance is in the classic network; move it to a VPC with ModifyNetworkConfig first.",
                    "InvalidParameter.IsNotVpcInstance");
        }
        var text = (open ? "Enabling" : "Disabling") + " public network access";
        return Work.start(call, cloud, instance, state -> state.with(new Wan(open)))
                .put("WanStatus", text);
    }
}
