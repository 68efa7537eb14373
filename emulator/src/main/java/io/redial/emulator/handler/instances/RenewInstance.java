package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Billing.Renewal;
import io.redial.emulator.protocol.ActionRequest;

/**
 * An order that is about money only: no task is behind it, and the instance is not locked. Once it is delivered, the
 * deadline of an instance that is paid by the month has moved, and so it has if it is to be paid by the month from now on.
 */
final class RenewInstance implements ActionHandler {
    private static final int MAX_MONTHS = 36;

    /** A bound for memory: nobody orders that many before the first is delivered. */
    private static final int MAX_PENDING_RENEWALS = 50;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var months = (int) months(call);
        var now = cloud.now();
        var billing = instance.stateAt(now).feature(Billing.DEFAULT).asOf(now);
        var monthly = call.has("ModifyPayMode") || billing.afterAllRenewals().mode() == Billing.MONTHLY;
        if (billing.renewals().size() >= MAX_PENDING_RENEWALS) {
            throw InstanceResolver.lockedError(call);
        }
        var mode = monthly ? Billing.MONTHLY : billing.mode();
        var cents = Prices.of(instance.memoryAt(now), 1, months, mode);
        var order = cloud.placeOrderWithoutTask(call.action().name(), instance, Prices.roundToCents(cents))
                .orElseThrow(() -> InstanceResolver.lockedError(call));
        if (monthly) {
            var renewal = new Renewal(order.timeline().ends(), months);
            cloud.updateInstance(
                    instance.id(),
                    state -> state.with(state.feature(Billing.DEFAULT).asOf(now).with(renewal)));
        }
        return Json.object().put("DealId", Long.toString(order.id()));
    }

    private static long months(ActionRequest call) {
        var months = call.number("Period", 1);
        if (months < 1) {
            throw call.error(
                    "The value of parameter `Period` must be at least 1 month.",
                    "LimitExceeded.PeriodLessThanMinLimit");
        }
        if (months > MAX_MONTHS) {
            throw call.error(
                    "The value of parameter `Period` must be at most " + MAX_MONTHS + " months.",
                    "LimitExceeded.PeriodExceedMaxLimit");
        }
        return months;
    }
}
