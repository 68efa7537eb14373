package io.redial.emulator.handler.replication;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.EmulatedTask;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.cloud.TaskState;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replication group as it is now.
 *
 * @param data what is kept of it
 * @param members its members, in the order in which they joined
 * @param busy whether there is work on it
 */
record ReplicationGroupView(ReplicationGroup data, List<GroupMember> members, boolean busy) {

    /** All that there are, the eldest first. */
    static Stream<ReplicationGroupView> all(Cloud cloud) {
        return cloud.resources(ReplicationGroup.class).all().stream()
                .map(data -> of(data, cloud))
                .flatMap(Optional::stream);
    }

    /** The group that the call names. */
    static ReplicationGroupView require(ActionRequest call, Cloud cloud) {
        return cloud.resources(ReplicationGroup.class)
                .find(call.requiredText("GroupId"))
                .flatMap(data -> of(data, cloud))
                .orElseThrow(() -> notFoundError(call));
    }

    private static ApiError notFoundError(ActionRequest call) {
        return call.error(
                "No replication group exists with the given GroupId in this region; DescribeReplicationGroup lists them.",
                "InvalidParameterValue.ReplicationGroupNotExists",
                "InvalidParameter.InvalidParameter");
    }

    /** Empty if it never came to be. */
    private static Optional<ReplicationGroupView> of(ReplicationGroup data, Cloud cloud) {
        if (isCreationFailed(data, cloud)) {
            return Optional.empty();
        }
        var now = cloud.now();
        var members = data.candidates().stream()
                .map(cloud::instance)
                .flatMap(Optional::stream)
                .map(instance -> new GroupMember(instance, membershipOf(instance, now)))
                .filter(member -> member.membership().groupId().equals(data.id()))
                .toList();
        var working = cloud.task(data.operation().taskId())
                .map(task -> !task.stateAt(now).isFinal())
                .orElse(false);
        return Optional.of(new ReplicationGroupView(data, members, working));
    }

    /** Whether the work that should have made a group failed. */
    static boolean isCreationFailed(ReplicationGroup data, Cloud cloud) {
        return cloud.task(data.creationTaskId())
                .map(task -> task.stateAt(cloud.now()))
                .filter(state -> state == TaskState.FAILED || state == TaskState.ERROR)
                .isPresent();
    }

    static GroupMembership membershipOf(EmulatedInstance instance, long now) {
        return instance.stateAt(now).feature(GroupMembership.NONE);
    }

    Optional<GroupMember> primary() {
        return members.stream().filter(member -> member.membership().primary()).findFirst();
    }

    /** The place of an instance in this group; the call is refused if it has none. */
    GroupMember member(EmulatedInstance instance, ActionRequest call) {
        return members.stream()
                .filter(member -> member.isInstance(instance))
                .findFirst()
                .orElseThrow(() -> call.error(
                        "The instance is not a member of the replication group; DescribeReplicationGroup lists those who"
                                + " are.",
                        "InvalidParameterValue.CheckNotPass"));
    }

    /** The instance that becomes a member while there is work on the group. */
    Optional<GroupMember> joiningMember(Cloud cloud) {
        var step = data.operation();
        return busy
                ? cloud.instance(step.joiningInstanceId())
                        .map(instance -> new GroupMember(
                                instance,
                                GroupMembership.of(
                                        data.id(),
                                        step.role(),
                                        false,
                                        cloud.task(step.taskId())
                                                .map(EmulatedTask::started)
                                                .orElse(0L))))
                : Optional.empty();
    }
}
