package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.cloud.ReplicationGroup.Step;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.State;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Work on a group, of which there is one at a time. It locks the instances that it changes, and no others. */
final class GroupWork {
    private static final int LINKING = 37;
    private static final int UNLINKING = 51;
    private static final int SWITCHING = 52;
    private static final int CHANGING_ROLES = 53;

    private GroupWork() {}

    /** An instance becomes a member. */
    static Step joining(Instance instance, String role) {
        return new Step(LINKING, 0, instance.id(), role);
    }

    /** A member leaves. */
    static Step leaving() {
        return new Step(UNLINKING, 0, "", "");
    }

    /** Another member becomes the primary one. */
    static Step switching() {
        return new Step(SWITCHING, 0, "", "");
    }

    /** A member gets another role. */
    static Step changingRoles() {
        return new Step(CHANGING_ROLES, 0, "", "");
    }

    /** Starts it on those instances. */
    static ObjectNode start(
            Call call, Cloud cloud, Group group, Step step, List<Instance> targets, UnaryOperator<State> effect) {
        if (group.working()) {
            throw call.refusal(
                    "The replication group is locked by other work; DescribeReplicationGroup tells its status.",
                    "LimitExceeded.ReplicationGroupLocked");
        }
        var answer = Work.start(call, cloud, targets, effect);
        var begun = step.by(task(answer));
        var members = group.members().stream().map(member -> member.instance().id());
        var joining = Stream.of(step.joining()).filter(id -> !id.isEmpty());
        var candidates = Stream.concat(members, joining).toList();
        cloud.resources(ReplicationGroup.class).change(group.data().id(), data -> data.working(begun, candidates));
        return answer;
    }

    /** Starts the work that makes a group out of its first member. */
    static ObjectNode found(
            Call call, Cloud cloud, ReplicationGroup group, Instance first, UnaryOperator<State> effect) {
        var answer = Work.start(call, cloud, first, effect);
        cloud.resources(ReplicationGroup.class).put(group.founded(task(answer)));
        return answer;
    }

    private static long task(ObjectNode answer) {
        return answer.path("TaskId").longValue();
    }
}
