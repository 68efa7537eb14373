package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.behaviour.WorkTable;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Life;

/** An instance is isolated, started again or destroyed. */
record LifeChange(Life from, Life to, Handle handle) implements Behaviour {

    /** What the answer says about the work. */
    enum Handle {
        /** What the catalog says. */
        AS_USUAL,
        /** The number of an order that DescribeInstanceDealDetail does not know. */
        UNKNOWN_ORDER
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(from, call, cloud);
        check(instance.stateAt(cloud.now()).feature(Billing.USUAL), call, cloud);
        if (handle == Handle.AS_USUAL) {
            return Work.start(call, cloud, instance, state -> state.with(to));
        }
        var action = call.action().name();
        var order = cloud.orderUnseen(Job.life(action, WorkTable.kind(action), to), instance)
                .orElseThrow(() -> Targets.locked(call));
        return Json.object().put("DealId", Long.toString(order.id()));
    }

    private void check(Billing billing, Call call, Cloud cloud) {
        var monthly = billing.mode() == Billing.MONTHLY;
        if (monthly && to == Life.RUNNING && billing.deadline() <= cloud.now()) {
            throw call.refusal(
                    "The time that was paid for is over; pay for more with RenewInstance first.",
                    "FailedOperation.PayFailed");
        }
        if (monthly && to == Life.ISOLATED && handle == Handle.AS_USUAL) {
            throw call.refusal(
                    "The instance is paid by the month; return it with DestroyPrepaidInstance.",
                    "InvalidParameterValue.UnSupportedType");
        }
    }
}
