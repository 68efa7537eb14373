package io.redial.emulator.behaviour.replication;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.cloud.Task;
import io.redial.emulator.cloud.TaskState;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Membership;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replication group as it is now.
 *
 * @param data what is kept of it
 * @param members its members, in the order in which they joined
 * @param working whether there is work on it
 */
record Group(ReplicationGroup data, List<Member> members, boolean working) {

    /** All that there are, the eldest first. */
    static Stream<Group> all(Cloud cloud) {
        return cloud.resources(ReplicationGroup.class).all().stream()
                .map(data -> of(data, cloud))
                .flatMap(Optional::stream);
    }

    /** The group that the call names. */
    static Group named(Call call, Cloud cloud) {
        return cloud.resources(ReplicationGroup.class)
                .find(call.requiredText("GroupId"))
                .flatMap(data -> of(data, cloud))
                .orElseThrow(() -> unknown(call));
    }

    private static Refusal unknown(Call call) {
        return call.refusal(
                "No replication group exists with the given GroupId in this region; DescribeReplicationGroup lists them.",
                "InvalidParameterValue.ReplicationGroupNotExists",
                "InvalidParameter.InvalidParameter");
    }

    /** Empty if it never came to be. */
    private static Optional<Group> of(ReplicationGroup data, Cloud cloud) {
        if (neverCame(data, cloud)) {
            return Optional.empty();
        }
        var now = cloud.now();
        var members = data.candidates().stream()
                .map(cloud::instance)
                .flatMap(Optional::stream)
                .map(instance -> new Member(instance, place(instance, now)))
                .filter(member -> member.place().groupId().equals(data.id()))
                .toList();
        var working = cloud.task(data.step().task())
                .map(task -> !task.stateAt(now).isFinal())
                .orElse(false);
        return Optional.of(new Group(data, members, working));
    }

    /** Whether the work that should have made a group failed. */
    static boolean neverCame(ReplicationGroup data, Cloud cloud) {
        return cloud.task(data.founding())
                .map(task -> task.stateAt(cloud.now()))
                .filter(state -> state == TaskState.FAILED || state == TaskState.ERROR)
                .isPresent();
    }

    static Membership place(Instance instance, long now) {
        return instance.stateAt(now).feature(Membership.NONE);
    }

    Optional<Member> primary() {
        return members.stream().filter(member -> member.place().primary()).findFirst();
    }

    /** The place of an instance in this group; the call is refused if it has none. */
    Member member(Instance instance, Call call) {
        return members.stream()
                .filter(member -> member.is(instance))
                .findFirst()
                .orElseThrow(() -> call.refusal(
                        "The instance is not a member of the replication group; DescribeReplicationGroup lists those who"
                                + " are.",
                        "InvalidParameterValue.CheckNotPass"));
    }

    /** The instance that becomes a member while there is work on the group. */
    Optional<Member> joining(Cloud cloud) {
        var step = data.step();
        return working
                ? cloud.instance(step.joining())
                        .map(instance -> new Member(
                                instance,
                                Membership.of(
                                        data.id(),
                                        step.role(),
                                        false,
                                        cloud.task(step.task())
                                                .map(Task::started)
                                                .orElse(0L))))
                : Optional.empty();
    }
}
