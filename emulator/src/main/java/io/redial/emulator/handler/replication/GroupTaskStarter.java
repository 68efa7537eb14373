package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.cloud.ReplicationGroup.GroupOperation;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Work on a group, of which there is one at a time. It locks the instances that it changes, and no others. */
final class GroupTaskStarter {
    private static final int LINKING = 37;
    private static final int UNLINKING = 51;
    private static final int SWITCHING = 52;
    private static final int CHANGING_ROLES = 53;

    private GroupTaskStarter() {}

    /** An instance becomes a member. */
    static GroupOperation joining(EmulatedInstance instance, String role) {
        return new GroupOperation(LINKING, 0, instance.id(), role);
    }

    /** A member leaves. */
    static GroupOperation leaving() {
        return new GroupOperation(UNLINKING, 0, "", "");
    }

    /** Another member becomes the primary one. */
    static GroupOperation switching() {
        return new GroupOperation(SWITCHING, 0, "", "");
    }

    /** A member gets another role. */
    static GroupOperation changingRoles() {
        return new GroupOperation(CHANGING_ROLES, 0, "", "");
    }

    /** Starts it on those instances. */
    static ObjectNode start(
            ActionRequest call,
            Cloud cloud,
            ReplicationGroupView group,
            GroupOperation step,
            List<EmulatedInstance> targets,
            UnaryOperator<InstanceState> effect) {
        if (group.busy()) {
            throw call.error(
                    "The replication group is locked by other work; DescribeReplicationGroup tells its status.",
                    "LimitExceeded.ReplicationGroupLocked");
        }
        var answer = TaskStarter.start(call, cloud, targets, effect);
        var begun = step.withTaskId(task(answer));
        var members = group.members().stream().map(member -> member.instance().id());
        var joining = Stream.of(step.joiningInstanceId()).filter(id -> !id.isEmpty());
        var candidates = Stream.concat(members, joining).toList();
        cloud.resources(ReplicationGroup.class)
                .update(group.data().id(), data -> data.withOperation(begun, candidates));
        return answer;
    }

    /** Starts the work that makes a group out of its first member. */
    static ObjectNode startCreation(
            ActionRequest call,
            Cloud cloud,
            ReplicationGroup group,
            EmulatedInstance first,
            UnaryOperator<InstanceState> effect) {
        var answer = TaskStarter.start(call, cloud, first, effect);
        cloud.resources(ReplicationGroup.class).put(group.createdBy(task(answer)));
        return answer;
    }

    private static long task(ObjectNode answer) {
        return answer.path("TaskId").longValue();
    }
}
