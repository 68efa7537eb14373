package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.InstanceSpec;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.handler.ActionTaskKinds;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.Passwords;
import io.redial.emulator.handler.parameters.ParameterTemplates;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.protocol.ActionRequest;

/** Orders instances that are not there yet. */
final class NewInstanceOrder {
    private NewInstanceOrder() {}

    static ObjectNode place(InstanceSpec wanted, int most, ActionRequest call, Cloud cloud) {
        var count = call.number("GoodsNum", 1);
        var price = price(wanted.memory(), most, call);
        if (call.parameters().path("DryRun").booleanValue()) {
            throw call.error("The request would have worked, but `DryRun` was set.", "DryRunOperation");
        }
        var action = call.action().name();
        var access = Passwords.forNewInstance(call, wanted.type());
        var parameters = ParameterTemplates.forNewInstance(call, cloud, wanted.type());
        var job = new TaskDefinition(
                action,
                ActionTaskKinds.of(action),
                state -> parameters.apply(access.apply(state.with(LifecycleState.RUNNING))));
        var order = cloud.placeCreationOrder(job, wanted, (int) count, Prices.roundToCents(price))
                .orElseThrow(() -> call.error(
                        "There is no room for more instances.",
                        "LimitExceeded.ReachTheAmountLimit",
                        "ResourceUnavailable.SaleOut",
                        "LimitExceeded"));
        var answer = Json.object().put("DealId", Long.toString(order.id()));
        order.instanceIds().forEach(answer.putArray("InstanceIds")::add);
        return answer;
    }

    /** The price of an order of that many instances of that size. */
    static double price(Memory memory, int most, ActionRequest call) {
        var count = call.number("GoodsNum", 1);
        if (count < 1 || count > most) {
            throw call.error(
                    "An order is for 1 to " + most + " instances.",
                    "LimitExceeded.InvalidParameterGoodsNumNotInRange",
                    "InvalidParameterValue");
        }
        var months = call.number("Period", 1);
        var mode = (int) call.number("BillingMode", Billing.PAY_AS_YOU_GO);
        if (mode == Billing.PAY_AS_YOU_GO && months != 1) {
            throw call.error(
                    "What is paid as it goes is not bought for a time: `Period` must be 1, or `BillingMode` 1.",
                    "LimitExceeded.PeriodExceedMaxLimit",
                    "InvalidParameterValue");
        }
        return Prices.of(memory, count, months, mode);
    }
}
