package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.InstanceSpec;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.backups.BackupLookup;
import io.redial.emulator.handler.backups.InstanceBackup;
import io.redial.emulator.handler.pricing.ProductOffering;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Optional;

/**
 * A clone is as large and as full as the original was when the backup was made, or at the moment that the call names.
 * Where there is no such backup, it is like the original is now: the document has no code for that.
 */
final class CloneInstances implements ActionHandler {
    private static final int MAX_PAY_AS_YOU_GO = 30;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var original = InstanceResolver.resolve(call, cloud);
        var state = original.stateAt(cloud.now());
        var memory = backup(original, call, cloud).map(InstanceBackup::memory).orElse(state.memory());
        var wanted = new InstanceSpec(
                call.text("InstanceName").map(name -> InstanceNames.requireValid(name, "InstanceName", call)),
                state.type(),
                Optional.of((int) call.number("ZoneId", 0)),
                (int) call.number("ProjectId", state.metadata().projectId()),
                memory,
                NewInstanceOptions.of(call, cloud, memory.replicas()));
        var monthly = call.number("BillingMode", 0) == Billing.MONTHLY;
        return NewInstanceOrder.place(
                wanted, monthly ? ProductOffering.MAX_ORDER_QUANTITY : MAX_PAY_AS_YOU_GO, call, cloud);
    }

    private static Optional<InstanceBackup> backup(EmulatedInstance original, ActionRequest call, Cloud cloud) {
        return call.text("CloneTime")
                .flatMap(ApiTime::parseMillis)
                .flatMap(time -> BackupLookup.findAt(time, original, cloud))
                .or(() -> BackupLookup.find(call.requiredText("BackupId"), original, cloud))
                .filter(backup -> backup.isAvailableAt(cloud.now()));
    }
}
