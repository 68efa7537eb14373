package io.redial.emulator.behaviour.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Connections;

final class DescribeBandwidthRange implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var state = Targets.instance(call, cloud).stateAt(cloud.now());
        return Json.object()
                .put("BaseBandwidth", Connections.BASE_MB)
                .put("AddBandwidth", state.feature(Connections.USUAL).addedMb())
                .put("MinAddBandwidth", 0)
                .put("MaxAddBandwidth", Connections.MAX_ADDED_MB);
    }
}
