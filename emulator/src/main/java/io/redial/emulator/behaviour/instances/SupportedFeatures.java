package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Nodes;
import io.redial.emulator.instance.State;

/** Nodes are read locally if there are several zones to be local in, and if the upgrade to them asked for it. */
final class SupportedFeatures {
    private static final int REDIS_4 = 6;

    private SupportedFeatures() {}

    static ObjectNode describe(Call call, Cloud cloud) {
        var state = Targets.instance(call, cloud).stateAt(cloud.now());
        return Json.object()
                .put(
                        "Support",
                        call.requiredText("FeatureName").equals("multi-account")
                                ? state.type() >= REDIS_4
                                : readsLocally(state));
    }

    private static boolean readsLocally(State state) {
        return state.place().multiZone() && state.feature(Nodes.USUAL).readsLocally();
    }
}
