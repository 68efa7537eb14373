package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.sales.Product;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Life;

/** What orders would cost. They would be charged just that. */
final class Inquiries {
    private Inquiries() {}

    static ObjectNode create(Call call, Cloud cloud) {
        var memory = CreateInstances.memory(Product.of((int) call.number("TypeId", 0)), call);
        return Prices.answer(NewInstances.price(memory, Product.MAX_BUY, call));
    }

    static ObjectNode upgrade(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var mode = state.feature(Billing.USUAL).mode();
        return Prices.answer(Prices.difference(state.memory(), NewSize.of(call, state), mode));
    }
}
