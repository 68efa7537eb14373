package io.redial.emulator.behaviour.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Primary;
import io.redial.emulator.instance.State;
import java.util.stream.IntStream;

/** An instance in one zone needs no group: its next node is promoted. */
final class ChangeReplicaToMaster implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        if (state.memory().replicas() == 0) {
            throw call.refusal("The instance has no replica to promote.", "FailedOperation.UnSupportError");
        }
        var promoted = state.place().multiZone() ? named(call, instance, state) : Primary.next(state);
        return Work.start(call, cloud, instance, one -> one.with(promoted));
    }

    private static Primary named(Call call, Instance instance, State state) {
        if (!call.has("GroupId")) {
            throw call.refusal(
                    "An instance in several zones needs the parameter `GroupId`; DescribeInstances lists its nodes.",
                    "MissingParameter");
        }
        var group = call.number("GroupId", 0);
        return IntStream.rangeClosed(0, state.memory().replicas())
                .filter(node -> Primary.group(instance.id(), node) == group && node != Primary.of(state))
                .mapToObj(Primary::new)
                .findAny()
                .orElseThrow(() -> call.refusal(
                        "The value of parameter `GroupId` must be a replica group of the instance.",
                        "InvalidParameter.IllegalParameterError"));
    }
}
