package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.State;
import io.redial.emulator.instance.Versions;
import java.util.List;

/** Either the version becomes a later one, or an instance without shards becomes a cluster of one shard. */
final class UpgradeInstanceVersion implements Behaviour {
    private static final List<String> STANDARD = List.of("2", "6", "8", "15", "17");
    private static final List<String> CLUSTER = List.of("7", "9", "16", "18");
    private static final int MEMCACHED = 200;
    private static final int FIRST_WITH_TWO_ARCHITECTURES = 6;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var present = instance.stateAt(cloud.now()).type();
        var target = target(call, present);
        var job = new Job(
                call.action().name(),
                kind(present, target),
                state -> state.withType(target)
                        .with(state.feature(Versions.USUAL).withRedis(null)),
                MaintenanceWindows.switches(call, instance, cloud));
        return Work.start(call, cloud, instance, job, 0);
    }

    private static TaskKind kind(int present, int target) {
        return State.isCluster(present) == State.isCluster(target)
                ? TaskKind.UPGRADE_VERSION
                : TaskKind.UPGRADE_ARCHITECTURE;
    }

    private static int target(Call call, int present) {
        var text = call.requiredText("TargetInstanceType");
        if (!STANDARD.contains(text) && !CLUSTER.contains(text)) {
            throw refused(call, "There is no such type to upgrade to.");
        }
        if (present == MEMCACHED) {
            throw refused(call, "Memcached is not upgraded.");
        }
        var target = Integer.parseInt(text);
        var sameArchitecture = State.isCluster(present) == State.isCluster(target);
        var order = State.version(target).compareTo(State.version(present));
        if (State.isCluster(present) && !sameArchitecture) {
            throw refused(call, "A cluster does not become an instance without shards again.");
        }
        if (!sameArchitecture && present < FIRST_WITH_TWO_ARCHITECTURES) {
            throw refused(call, "The architecture of Redis 2.8 cannot be upgraded; upgrade its version first.");
        }
        if (!sameArchitecture && order != 0) {
            throw refused(call, "Version and architecture are not upgraded together; upgrade one after the other.");
        }
        if (sameArchitecture && order <= 0) {
            throw refused(call, "The instance has this version or a later one already.");
        }
        return target;
    }

    private static RuntimeException refused(Call call, String message) {
        return call.refusal(
                message + " `TargetInstanceType` is numbered like `TypeId` of CreateInstances.",
                "InvalidParameterValue.UnSupportedType",
                "InvalidParameterValue");
    }
}
