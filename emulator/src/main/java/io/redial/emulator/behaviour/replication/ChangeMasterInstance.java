package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Membership;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A read-only member becomes the primary one, which becomes read-only. The work locks both. When it is forced, the
 * primary one need not run.
 */
final class ChangeMasterInstance implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return cloud.atOnce(() -> change(call, cloud));
    }

    private static ObjectNode change(Call call, Cloud cloud) {
        var now = cloud.now();
        var promoted = Targets.idle(Life.RUNNING, call, cloud);
        var group = Group.named(call, cloud);
        if (!group.member(promoted, call).place().role().equals(Membership.READ_ONLY)) {
            throw call.refusal(
                    "Only a read-only instance can be made the primary one; ChangeInstanceRole makes it read-only.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var primary = group.primary().map(Member::instance);
        if (!call.parameters().path("ForceSwitch").booleanValue()) {
            primary.ifPresent(instance -> running(instance, now, call));
        }
        var targets = Stream.of(Optional.of(promoted), primary)
                .flatMap(Optional::stream)
                .toList();
        return GroupWork.start(
                call,
                cloud,
                group,
                GroupWork.switching(),
                targets,
                state -> state.with(state.feature(Membership.NONE).swapped(now)));
    }

    private static void running(Instance primary, long now, Call call) {
        if (primary.lifeAt(now) != Life.RUNNING) {
            throw call.refusal(
                    "The primary instance does not run; set `ForceSwitch` to true to do without it.",
                    "ResourceUnavailable.InstanceStatusError");
        }
    }
}
