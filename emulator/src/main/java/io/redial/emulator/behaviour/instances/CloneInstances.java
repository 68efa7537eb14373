package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.backups.BackupLookup;
import io.redial.emulator.behaviour.backups.KnownBackup;
import io.redial.emulator.behaviour.sales.Product;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Instance;
import java.util.Optional;

/**
 * A clone is as large and as full as the original was when the backup was made, or at the moment that the call names.
 * Where there is no such backup, it is like the original is now: the document has no code for that.
 */
final class CloneInstances implements Behaviour {
    private static final int MOST_AS_YOU_GO = 30;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var original = Targets.instance(call, cloud);
        var state = original.stateAt(cloud.now());
        var memory = backup(original, call, cloud).map(KnownBackup::memory).orElse(state.memory());
        var wanted = new Specification(
                call.text("InstanceName").map(name -> Names.checked(name, "InstanceName", call)),
                state.type(),
                Optional.of((int) call.number("ZoneId", 0)),
                (int) call.number("ProjectId", state.label().projectId()),
                memory,
                Details.of(call, cloud, memory.replicas()));
        var monthly = call.number("BillingMode", 0) == Billing.MONTHLY;
        return NewInstances.order(wanted, monthly ? Product.MAX_BUY : MOST_AS_YOU_GO, call, cloud);
    }

    private static Optional<KnownBackup> backup(Instance original, Call call, Cloud cloud) {
        return call.text("CloneTime")
                .flatMap(CloudTime::millis)
                .flatMap(time -> BackupLookup.at(time, original, cloud))
                .or(() -> BackupLookup.find(call.requiredText("BackupId"), original, cloud))
                .filter(backup -> backup.isThereAt(cloud.now()));
    }
}
