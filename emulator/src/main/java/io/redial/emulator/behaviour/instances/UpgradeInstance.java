package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.behaviour.WorkTable;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Life;

final class UpgradeInstance implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var size = NewSize.of(call, state);
        var nodes = NewNodes.of(call, instance.id(), state, size.replicas());
        var mode = state.feature(Billing.USUAL).mode();
        var action = call.action().name();
        var job = new Job(
                action,
                WorkTable.kind(action),
                before -> nodes.apply(before)
                        .with(before.memory().resized(size.shardMb(), size.shards(), size.replicas())),
                MaintenanceWindows.switches(call, instance, cloud));
        var cents = Prices.difference(state.memory(), size, mode);
        return Work.start(call, cloud, instance, job, Prices.charged(cents));
    }
}
