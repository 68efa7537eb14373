package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Billing.Renewal;

/**
 * An order that is about money only: no task is behind it, and the instance is not locked. Once it is delivered, the
 * deadline of an instance that is paid by the month has moved, and so it has if it is to be paid by the month from now on.
 */
final class RenewInstance implements Behaviour {
    private static final int MAX_MONTHS = 36;

    /** A bound for memory: nobody orders that many before the first is delivered. */
    private static final int MAX_OPEN = 50;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var months = (int) months(call);
        var now = cloud.now();
        var billing = instance.stateAt(now).feature(Billing.USUAL).at(now);
        var monthly = call.has("ModifyPayMode") || billing.eventually().mode() == Billing.MONTHLY;
        if (billing.renewals().size() >= MAX_OPEN) {
            throw Targets.locked(call);
        }
        var mode = monthly ? Billing.MONTHLY : billing.mode();
        var cents = Prices.of(instance.memoryAt(now), 1, months, mode);
        var order = cloud.orderAside(call.action().name(), instance, Prices.charged(cents))
                .orElseThrow(() -> Targets.locked(call));
        if (monthly) {
            var renewal = new Renewal(order.course().ends(), months);
            cloud.alter(
                    instance.id(),
                    state -> state.with(state.feature(Billing.USUAL).at(now).with(renewal)));
        }
        return Json.object().put("DealId", Long.toString(order.id()));
    }

    private static long months(Call call) {
        var months = call.number("Period", 1);
        if (months < 1) {
            throw call.refusal(
                    "The value of parameter `Period` must be at least 1 month.",
                    "LimitExceeded.PeriodLessThanMinLimit");
        }
        if (months > MAX_MONTHS) {
            throw call.refusal(
                    "The value of parameter `Period` must be at most " + MAX_MONTHS + " months.",
                    "LimitExceeded.PeriodExceedMaxLimit");
        }
        return months;
    }
}
