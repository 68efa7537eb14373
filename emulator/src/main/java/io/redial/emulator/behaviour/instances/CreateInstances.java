package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Memory;
import java.util.Optional;

/** The emulated instances are password-free, so that none has to be given. */
final class CreateInstances implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var shardMb = call.number("MemSize", 0);
        if (!Sizes.onSale(shardMb)) {
            throw call.refusal(
                    "The capacity is not on sale; it must be a multiple of 1024 MB, at most " + Sizes.MAX_SHARD_MB
                            + " MB.",
                    "LimitExceeded.InvalidMemSize");
        }
        var memory = new Memory(
                (int) shardMb, (int) call.number("RedisShardNum", 1), (int) call.number("RedisReplicasNum", 1), 0);
        var wanted = new Specification(
                call.text("InstanceName"),
                (int) call.number("TypeId", 0),
                call.has("ZoneId") ? Optional.of((int) call.number("ZoneId", 0)) : Optional.empty(),
                (int) call.number("ProjectId", 0),
                memory);
        return NewInstances.order(wanted, call, cloud);
    }
}
