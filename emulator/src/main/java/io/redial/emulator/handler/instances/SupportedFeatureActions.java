package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.NodePlacement;
import io.redial.emulator.protocol.ActionRequest;

/** Nodes are read locally if there are several zones to be local in, and if the upgrade to them asked for it. */
final class SupportedFeatureActions {
    private static final int REDIS_4 = 6;

    private SupportedFeatureActions() {}

    static ObjectNode describe(ActionRequest call, Cloud cloud) {
        var state = InstanceResolver.resolve(call, cloud).stateAt(cloud.now());
        return Json.object()
                .put(
                        "Support",
                        call.requiredText("FeatureName").equals("multi-account")
                                ? state.type() >= REDIS_4
                                : readsLocally(state));
    }

    private static boolean readsLocally(InstanceState state) {
        return state.placement().multiZone()
                && state.feature(NodePlacement.DEFAULT).localReads();
    }
}
