package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.WorkTable;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;

/** Orders instances that are not there yet. */
final class NewInstances {
    private static final int MAX_COUNT = 100;

    private NewInstances() {}

    static ObjectNode order(Specification wanted, Call call, Cloud cloud) {
        var count = call.number("GoodsNum", 1);
        if (count < 1 || count > MAX_COUNT) {
            throw call.refusal(
                    "An order is for 1 to " + MAX_COUNT + " instances.",
                    "LimitExceeded.InvalidParameterGoodsNumNotInRange");
        }
        var action = call.action().name();
        var job = Job.life(action, WorkTable.kind(action), Life.RUNNING);
        var cents = count * call.number("Period", 1) * Prices.cents(wanted.memory());
        var order = cloud.orderNew(job, wanted, (int) count, cents)
                .orElseThrow(() -> call.refusal(
                        "There is no room for more instances.",
                        "LimitExceeded.ReachTheAmountLimit",
                        "ResourceUnavailable.SaleOut",
                        "LimitExceeded"));
        var answer = Json.object().put("DealId", Long.toString(order.id()));
        order.instanceIds().forEach(answer.putArray("InstanceIds")::add);
        return answer;
    }
}
