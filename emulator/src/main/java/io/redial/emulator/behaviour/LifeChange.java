package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.Life;
import io.redial.emulator.door.Call;
import java.util.List;

/** An instance is isolated, started again or destroyed. */
record LifeChange(String action, Life from, Life to, Handle handle) implements Behaviour {

    /** What the answer says about the work. */
    enum Handle {
        TASK,
        /** The number of an order that DescribeInstanceDealDetail does not know. */
        UNKNOWN_ORDER,
        NONE
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(from, call, cloud);
        var job = Job.life(action, WorkTable.kind(action), to);
        var answer = Json.object();
        if (handle == Handle.UNKNOWN_ORDER) {
            var order = cloud.orderUnseen(job, instance).orElseThrow(() -> Targets.locked(call));
            return answer.put("DealId", Long.toString(order.id()));
        }
        var task = cloud.start(job, List.of(instance)).orElseThrow(() -> Targets.locked(call));
        return handle == Handle.TASK ? answer.put("TaskId", task.id()) : answer;
    }
}
