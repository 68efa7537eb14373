package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.handler.ActionTaskKinds;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.NodePlacement;
import io.redial.emulator.instance.Placement;
import io.redial.emulator.instance.SoftwareVersions;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Upgrades of what an instance runs on. No document says which versions there are, so any is taken. */
final class SoftwareUpgradeActions {
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4}){1,3}");

    private SoftwareUpgradeActions() {}

    static ObjectNode proxy(ActionRequest call, Cloud cloud) {
        var version = version(call, "UpgradeProxyVersion");
        return start(
                call,
                cloud,
                state -> state.with(state.feature(SoftwareVersions.DEFAULT).withProxy(version)));
    }

    static ObjectNode redis(ActionRequest call, Cloud cloud) {
        var version = version(call, "UpgradeRedisVersion");
        return start(
                call,
                cloud,
                state -> state.with(state.feature(SoftwareVersions.DEFAULT).withRedis(version)));
    }

    /** The nodes stay where they are; only from now on they may stand elsewhere. */
    static ObjectNode multiZone(ActionRequest call, Cloud cloud) {
        var local = call.parameters().path("UpgradeProxyAndRedisServer").booleanValue();
        return start(call, cloud, state -> {
            var zones = NodePlacement.zonesOf(state);
            var reads = local
                    || (state.placement().multiZone()
                            && state.feature(NodePlacement.DEFAULT).localReads());
            return state.with(new Placement(zones.get(0), true)).with(new NodePlacement(zones, reads));
        });
    }

    /** An instance whose work waits for its maintenance window is switched over at once. */
    static ObjectNode switchOver(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        if (!cloud.switchOver(instance.id())) {
            throw call.error(
                    "The instance does not wait to be switched over; work with `SwitchOption` 1 does, once it is ready.",
                    "ResourceUnavailable.InstanceStatusAbnormal",
                    "ResourceUnavailable");
        }
        return Json.object();
    }

    private static ObjectNode start(ActionRequest call, Cloud cloud, UnaryOperator<InstanceState> effect) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var action = call.action().name();
        var switches = MaintenanceWindowActions.switchNotBefore(call, instance, cloud);
        return TaskStarter.start(
                call, cloud, instance, new TaskDefinition(action, ActionTaskKinds.of(action), effect, switches), 0);
    }

    private static String version(ActionRequest call, String parameter) {
        for (var one : List.of(parameter.replace("Upgrade", "Current"), parameter)) {
            if (!VERSION.matcher(call.requiredText(one)).matches()) {
                throw call.error(
                        "The value of parameter `" + one + "` must be a version like 5.8.0.",
                        "InvalidParameterValue.CheckNotPass",
                        "InvalidParameterValue");
            }
        }
        return call.requiredText(parameter);
    }
}
