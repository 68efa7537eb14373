package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import java.util.Optional;

/** Any backup will do: the document has no code for one that is not there. */
final class CloneInstances implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var state = Targets.instance(call, cloud).stateAt(cloud.now());
        var wanted = new Specification(
                call.text("InstanceName"),
                state.type(),
                Optional.of((int) call.number("ZoneId", 0)),
                (int) call.number("ProjectId", state.label().projectId()),
                state.memory());
        return NewInstances.order(wanted, call, cloud);
    }
}
