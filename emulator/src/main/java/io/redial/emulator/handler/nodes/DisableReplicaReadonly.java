package io.redial.emulator.handler.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.ConnectionLimits;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.ReplicaReads;
import io.redial.emulator.protocol.ActionRequest;

/** More connections than an instance can have without its replicas are cut back. */
final class DisableReplicaReadonly implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        return TaskStarter.start(
                call,
                cloud,
                InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud),
                DisableReplicaReadonly::off);
    }

    private static InstanceState off(InstanceState state) {
        var off = state.with(ReplicaReads.DEFAULT);
        return off.with(off.feature(ConnectionLimits.DEFAULT).withMaxClientLimit(ConnectionLimits.maxClients(off)));
    }
}
