package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Passwords;
import io.redial.emulator.behaviour.WorkTable;
import io.redial.emulator.behaviour.parameters.Templates;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Memory;

/** Orders instances that are not there yet. */
final class NewInstances {
    private NewInstances() {}

    static ObjectNode order(Specification wanted, int most, Call call, Cloud cloud) {
        var count = call.number("GoodsNum", 1);
        var price = price(wanted.memory(), most, call);
        if (call.parameters().path("DryRun").booleanValue()) {
            throw call.refusal("The request would have worked, but `DryRun` was set.", "DryRunOperation");
        }
        var action = call.action().name();
        var access = Passwords.ofNew(call, wanted.type());
        var parameters = Templates.ofNew(call, cloud, wanted.type());
        var job = new Job(
                action, WorkTable.kind(action), state -> parameters.apply(access.apply(state.with(Life.RUNNING))));
        var order = cloud.orderNew(job, wanted, (int) count, Prices.charged(price))
                .orElseThrow(() -> call.refusal(
                        "There is no room for more instances.",
                        "LimitExceeded.ReachTheAmountLimit",
                        "ResourceUnavailable.SaleOut",
                        "LimitExceeded"));
        var answer = Json.object().put("DealId", Long.toString(order.id()));
        order.instanceIds().forEach(answer.putArray("InstanceIds")::add);
        return answer;
    }

    /** The price of an order of that many instances of that size. */
    static double price(Memory memory, int most, Call call) {
        var count = call.number("GoodsNum", 1);
        if (count < 1 || count > most) {
            throw call.refusal(
                    "An order is for 1 to " + most + " instances.",
                    "LimitExceeded.InvalidParameterGoodsNumNotInRange",
                    "InvalidParameterValue");
        }
        var months = call.number("Period", 1);
        var mode = (int) call.number("BillingMode", Billing.AS_YOU_GO);
        if (mode == Billing.AS_YOU_GO && months != 1) {
            throw call.refusal(
                    "What is paid as it goes is not bought for a time: `Period` must be 1, or `BillingMode` 1.",
                    "LimitExceeded.PeriodExceedMaxLimit",
                    "InvalidParameterValue");
        }
        return Prices.of(memory, count, months, mode);
    }
}
