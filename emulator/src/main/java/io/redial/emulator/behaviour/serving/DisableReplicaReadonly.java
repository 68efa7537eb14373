package io.redial.emulator.behaviour.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Connections;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.ReplicaReads;
import io.redial.emulator.instance.State;

/** More connections than an instance can have without its replicas are cut back. */
final class DisableReplicaReadonly implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return Work.start(call, cloud, Targets.idle(Life.RUNNING, call, cloud), DisableReplicaReadonly::off);
    }

    private static State off(State state) {
        var off = state.with(ReplicaReads.USUAL);
        return off.with(off.feature(Connections.USUAL).atMost(Connections.maxClients(off)));
    }
}
