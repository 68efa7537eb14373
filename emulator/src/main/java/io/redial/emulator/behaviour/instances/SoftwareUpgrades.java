package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.behaviour.WorkTable;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Nodes;
import io.redial.emulator.instance.Place;
import io.redial.emulator.instance.State;
import io.redial.emulator.instance.Versions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Upgrades of what an instance runs on. No document says which versions there are, so any is taken. */
final class SoftwareUpgrades {
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4}){1,3}");

    private SoftwareUpgrades() {}

    static ObjectNode proxy(Call call, Cloud cloud) {
        var version = version(call, "UpgradeProxyVersion");
        return start(
                call, cloud, state -> state.with(state.feature(Versions.USUAL).withProxy(version)));
    }

    static ObjectNode redis(Call call, Cloud cloud) {
        var version = version(call, "UpgradeRedisVersion");
        return start(
                call, cloud, state -> state.with(state.feature(Versions.USUAL).withRedis(version)));
    }

    /** The nodes stay where they are; only from now on they may stand elsewhere. */
    static ObjectNode multiZone(Call call, Cloud cloud) {
        var local = call.parameters().path("UpgradeProxyAndRedisServer").booleanValue();
        return start(call, cloud, state -> {
            var zones = Nodes.zones(state);
            var reads = local
                    || (state.place().multiZone() && state.feature(Nodes.USUAL).readsLocally());
            return state.with(new Place(zones.get(0), true)).with(new Nodes(zones, reads));
        });
    }

    /** An instance whose work waits for its maintenance window is switched over at once. */
    static ObjectNode switchOver(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        if (!cloud.switchOver(instance.id())) {
            throw call.refusal(
                    "The instance does not wait to be switched over; work with `SwitchOption` 1 does, once it is ready.",
                    "ResourceUnavailable.InstanceStatusAbnormal",
                    "ResourceUnavailable");
        }
        return Json.object();
    }

    private static ObjectNode start(Call call, Cloud cloud, UnaryOperator<State> effect) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var action = call.action().name();
        var switches = MaintenanceWindows.switches(call, instance, cloud);
        return Work.start(call, cloud, instance, new Job(action, WorkTable.kind(action), effect, switches), 0);
    }

    private static String version(Call call, String parameter) {
        for (var one : List.of(parameter.replace("Upgrade", "Current"), parameter)) {
            if (!VERSION.matcher(call.requiredText(one)).matches()) {
                throw call.refusal(
                        "The value of parameter `" + one + "` must be a version like 5.8.0.",
                        "InvalidParameterValue.CheckNotPass",
                        "InvalidParameterValue");
            }
        }
        return call.requiredText(parameter);
    }
}
