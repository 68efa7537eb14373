package io.redial.emulator.handler.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.ReplicaReads;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

final class EnableReplicaReadonly implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        if (instance.memoryAt(cloud.now()).replicas() == 0) {
            throw call.error("The instance has no replica that could serve reads.", "FailedOperation.UnSupportError");
        }
        var asked = call.texts("ReadonlyPolicy").stream().distinct().toList();
        var policy = asked.isEmpty() ? List.of(ReplicaReads.REPLICAS) : asked;
        return TaskStarter.start(call, cloud, instance, state -> state.with(new ReplicaReads(true, policy)));
    }
}
