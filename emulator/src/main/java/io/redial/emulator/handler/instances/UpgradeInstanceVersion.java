package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.SoftwareVersions;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

/** Either the version becomes a later one, or an instance without shards becomes a cluster of one shard. */
final class UpgradeInstanceVersion implements ActionHandler {
    private static final List<String> STANDARD = List.of("2", "6", "8", "15", "17");
    private static final List<String> CLUSTER = List.of("7", "9", "16", "18");
    private static final int MEMCACHED = 200;
    private static final int FIRST_WITH_TWO_ARCHITECTURES = 6;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var present = instance.stateAt(cloud.now()).type();
        var target = target(call, present);
        var job = new TaskDefinition(
                call.action().name(),
                kind(present, target),
                state -> state.withType(target)
                        .with(state.feature(SoftwareVersions.DEFAULT).withRedis(null)),
                MaintenanceWindowActions.switchNotBefore(call, instance, cloud));
        return TaskStarter.start(call, cloud, instance, job, 0);
    }

    private static TaskKind kind(int present, int target) {
        return InstanceState.isCluster(present) == InstanceState.isCluster(target)
                ? TaskKind.UPGRADE_VERSION
                : TaskKind.UPGRADE_ARCHITECTURE;
    }

    private static int target(ActionRequest call, int present) {
        var text = call.requiredText("TargetInstanceType");
        if (!STANDARD.contains(text) && !CLUSTER.contains(text)) {
            throw unsupportedTypeError(call, "There is no such type to upgrade to.");
        }
        if (present == MEMCACHED) {
            throw unsupportedTypeError(call, "Memcached is not upgraded.");
        }
        var target = Integer.parseInt(text);
        var sameArchitecture = InstanceState.isCluster(present) == InstanceState.isCluster(target);
        var order = InstanceState.version(target).compareTo(InstanceState.version(present));
        if (InstanceState.isCluster(present) && !sameArchitecture) {
            throw unsupportedTypeError(call, "A cluster does not become an instance without shards again.");
        }
        if (!sameArchitecture && present < FIRST_WITH_TWO_ARCHITECTURES) {
            throw unsupportedTypeError(
                    call, "The architecture of Redis 2.8 cannot be upgraded; upgrade its version first.");
        }
        if (!sameArchitecture && order != 0) {
            throw unsupportedTypeError(
                    call, "Version and architecture are not upgraded together; upgrade one after the other.");
        }
        if (sameArchitecture && order <= 0) {
            throw unsupportedTypeError(call, "The instance has this version or a later one already.");
        }
        return target;
    }

    private static RuntimeException unsupportedTypeError(ActionRequest call, String message) {
        return call.error(
                message + " `TargetInstanceType` is numbered like `TypeId` of CreateInstances.",
                "InvalidParameterValue.UnSupportedType",
                "InvalidParameterValue");
    }
}
