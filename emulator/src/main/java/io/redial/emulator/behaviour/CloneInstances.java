package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import java.util.Optional;

/** Any backup will do: the document has no code for one that is not there. */
final class CloneInstances implements Behaviour {
    @Override
    public String action() {
        return "CloneInstances";
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var like = Targets.instance(call, cloud);
        var wanted = new Specification(
                call.text("InstanceName"),
                like.type(),
                Optional.of((int) call.number("ZoneId", 0)),
                (int) call.number("ProjectId", like.projectId()),
                like.memoryAt(cloud.now()));
        return NewInstances.order(wanted, call, cloud);
    }
}
