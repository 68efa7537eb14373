package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.ActionTaskKinds;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;

/** An instance is isolated, started again or destroyed. */
record LifecycleChange(LifecycleState from, LifecycleState to, HandleKind handleKind) implements ActionHandler {

    /** What the answer says about the work. */
    enum HandleKind {
        /** What the catalog says. */
        FROM_CATALOG,
        /** The number of an order that DescribeInstanceDealDetail does not know. */
        UNLISTED_ORDER
    }

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(from, call, cloud);
        check(instance.stateAt(cloud.now()).feature(Billing.DEFAULT), call, cloud);
        if (handleKind == HandleKind.FROM_CATALOG) {
            return TaskStarter.start(call, cloud, instance, state -> state.with(to));
        }
        var action = call.action().name();
        var order = cloud.placeUnlistedOrder(
                        TaskDefinition.changingLifecycle(action, ActionTaskKinds.of(action), to), instance)
                .orElseThrow(() -> InstanceResolver.lockedError(call));
        return Json.object().put("DealId", Long.toString(order.id()));
    }

    private void check(Billing billing, ActionRequest call, Cloud cloud) {
        var monthly = billing.mode() == Billing.MONTHLY;
        if (monthly && to == LifecycleState.RUNNING && billing.paidUntil() <= cloud.now()) {
            throw call.error(
                    "The time that was paid for is over; pay for more with RenewInstance first.",
                    "FailedOperation.PayFailed");
        }
        if (monthly && to == LifecycleState.ISOLATED && handleKind == HandleKind.FROM_CATALOG) {
            throw call.error(
                    "The instance is paid by the month; return it with DestroyPrepaidInstance.",
                    "InvalidParameterValue.UnSupportedType");
        }
    }
}
