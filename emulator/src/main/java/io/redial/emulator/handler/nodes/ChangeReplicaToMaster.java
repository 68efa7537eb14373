package io.redial.emulator.handler.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;
import java.util.stream.IntStream;

/** An instance in one zone needs no group: its next node is promoted. */
final class ChangeReplicaToMaster implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        if (state.memory().replicas() == 0) {
            throw call.error("The instance has no replica to promote.", "FailedOperation.UnSupportError");
        }
        var promoted = state.placement().multiZone() ? named(call, instance, state) : PrimaryNode.successor(state);
        return TaskStarter.start(call, cloud, instance, one -> one.with(promoted));
    }

    private static PrimaryNode named(ActionRequest call, EmulatedInstance instance, InstanceState state) {
        if (!call.has("GroupId")) {
            throw call.error(
                    "An instance in several zones needs the parameter `GroupId`; DescribeInstances lists its nodes.",
                    "MissingParameter");
        }
        var group = call.number("GroupId", 0);
        return IntStream.rangeClosed(0, state.memory().replicas())
                .filter(node -> PrimaryNode.groupId(instance.id(), node) == group && node != PrimaryNode.of(state))
                .mapToObj(PrimaryNode::new)
                .findAny()
                .orElseThrow(() -> call.error(
                        "The value of parameter `GroupId` must be a replica group of the instance.",
                        "InvalidParameter.IllegalParameterError"));
    }
}
