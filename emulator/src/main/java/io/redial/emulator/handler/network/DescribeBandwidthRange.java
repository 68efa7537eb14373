package io.redial.emulator.handler.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.ConnectionLimits;
import io.redial.emulator.protocol.ActionRequest;

final class DescribeBandwidthRange implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var state = InstanceResolver.resolve(call, cloud).stateAt(cloud.now());
        return Json.object()
                .put("BaseBandwidth", ConnectionLimits.BASE_MB)
                .put("AddBandwidth", state.feature(ConnectionLimits.DEFAULT).addedMb())
                .put("MinAddBandwidth", 0)
                .put("MaxAddBandwidth", ConnectionLimits.MAX_ADDED_MB);
    }
}
