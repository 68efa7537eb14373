package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.ActionTaskKinds;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;

final class UpgradeInstance implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var size = TargetSize.of(call, state);
        var nodes = ReplicaChange.of(call, instance.id(), state, size.replicas());
        var mode = state.feature(Billing.DEFAULT).mode();
        var action = call.action().name();
        var job = new TaskDefinition(
                action,
                ActionTaskKinds.of(action),
                before -> nodes.apply(before)
                        .with(before.memory().resized(size.shardMb(), size.shards(), size.replicas())),
                MaintenanceWindowActions.switchNotBefore(call, instance, cloud));
        var cents = Prices.difference(state.memory(), size, mode);
        return TaskStarter.start(call, cloud, instance, job, Prices.roundToCents(cents));
    }
}
