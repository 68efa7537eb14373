package io.redial.emulator.behaviour.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Primary;

/** If the primary nodes of all shards fail, the next nodes take over. Shards are numbered from 0. */
final class KillMasterGroup implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var shards = instance.memoryAt(cloud.now()).shards();
        var named = call.numbers("ShardIds").stream().distinct().toList();
        if (named.stream().anyMatch(shard -> shard < 0 || shard >= shards)) {
            throw call.refusal(
                    "The values of parameter `ShardIds` must be 0 to " + (shards - 1) + " for this instance.",
                    "InvalidParameter.IllegalParameterError");
        }
        var all = named.isEmpty() || named.size() == shards;
        return Work.start(call, cloud, instance, state -> all ? state.with(Primary.next(state)) : state);
    }
}
