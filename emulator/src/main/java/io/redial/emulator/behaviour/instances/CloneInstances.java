package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.sales.Product;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import java.util.Optional;

/** Any backup will do: the document has no code for one that is not there. The data are those of the original. */
final class CloneInstances implements Behaviour {
    private static final int MOST_AS_YOU_GO = 30;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var state = Targets.instance(call, cloud).stateAt(cloud.now());
        var wanted = new Specification(
                call.text("InstanceName").map(name -> Names.checked(name, "InstanceName", call)),
                state.type(),
                Optional.of((int) call.number("ZoneId", 0)),
                (int) call.number("ProjectId", state.label().projectId()),
                state.memory(),
                Details.of(call, cloud, state.memory().replicas()));
        var monthly = call.number("BillingMode", 0) == Billing.MONTHLY;
        return NewInstances.order(wanted, monthly ? Product.MAX_BUY : MOST_AS_YOU_GO, call, cloud);
    }
}
