package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.pricing.ProductOffering;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;

/** What orders would cost. They would be charged just that. */
final class PriceInquiryActions {
    private PriceInquiryActions() {}

    static ObjectNode create(ActionRequest call, Cloud cloud) {
        var memory = CreateInstances.memory(ProductOffering.of((int) call.number("TypeId", 0)), call);
        return Prices.response(NewInstanceOrder.price(memory, ProductOffering.MAX_ORDER_QUANTITY, call));
    }

    static ObjectNode upgrade(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var mode = state.feature(Billing.DEFAULT).mode();
        return Prices.response(Prices.difference(state.memory(), TargetSize.of(call, state), mode));
    }
}
