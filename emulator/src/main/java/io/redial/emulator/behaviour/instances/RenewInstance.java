package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;

/** An order that is about money only: no task is behind it, and the instance goes on as it is. */
final class RenewInstance implements Behaviour {
    private static final int MAX_MONTHS = 60;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var months = call.number("Period", 1);
        if (months < 1) {
            throw call.refusal("The period is too short.", "LimitExceeded.PeriodLessThanMinLimit");
        }
        if (months > MAX_MONTHS) {
            throw call.refusal("The period is longer than 60 months.", "LimitExceeded.PeriodExceedMaxLimit");
        }
        var cents = months * Prices.cents(instance.memoryAt(cloud.now()));
        var order = cloud.orderAside(call.action().name(), instance, cents).orElseThrow(() -> Targets.locked(call));
        return Json.object().put("DealId", Long.toString(order.id()));
    }
}
