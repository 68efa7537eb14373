package io.redial.emulator.behaviour.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.ReplicaReads;
import java.util.List;

final class EnableReplicaReadonly implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        if (instance.memoryAt(cloud.now()).replicas() == 0) {
            throw call.refusal("The instance has no replica that could serve reads.", "FailedOperation.UnSupportError");
        }
        var asked = call.texts("ReadonlyPolicy").stream().distinct().toList();
        var policy = asked.isEmpty() ? List.of(ReplicaReads.REPLICAS) : asked;
        return Work.start(call, cloud, instance, state -> state.with(new ReplicaReads(true, policy)));
    }
}
