package io.redial.emulator.handler.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;

/** If the primary nodes of all shards fail, the next nodes take over. Shards are numbered from 0. */
final class KillMasterGroup implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var shards = instance.memoryAt(cloud.now()).shards();
        var named = call.numbers("ShardIds").stream().distinct().toList();
        if (named.stream().anyMatch(shard -> shard < 0 || shard >= shards)) {
            throw call.error(
                    "The values of parameter `ShardIds` must be 0 to " + (shards - 1) + " for this instance.",
                    "InvalidParameter.IllegalParameterError");
        }
        var all = named.isEmpty() || named.size() == shards;
        return TaskStarter.start(
                call, cloud, instance, state -> all ? state.with(PrimaryNode.successor(state)) : state);
    }
}
