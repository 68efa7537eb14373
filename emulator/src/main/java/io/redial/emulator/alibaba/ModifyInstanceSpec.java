package io.redial.emulator.alibaba;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Life;
import java.util.Set;

/** The change begins at once, in the maintenance window too. */
final class ModifyInstanceSpec implements KvStoreAction {
    /** Counted as what it is called in API 3.0, so that all doors count together. */
    private static final String COUNTED_AS = "UpgradeInstance";

    private static final Set<String> TIMES = Set.of("Immediately", "MaintainTime");

    @Override
    public ObjectNode answer(KvStoreCall call, Cloud cloud) {
        if (!TIMES.contains(call.text("EffectiveTime").orElse("Immediately"))) {
            throw new Refusal("InvalidEffectiveTime.Malformed", "Specified effective time is not valid.");
        }
        var instance = call.instance(cloud);
        var wanted = InstanceClass.parse(call.required("InstanceClass"))
                .filter(found -> found.cluster() == instance.state().isCluster())
                .orElseThrow(() -> new Refusal(
                        "InvalidInstanceClass.NotFound", "Specified instance class does not exist for this instance."));
        if (instance.lifeAt(cloud.now()) != Life.RUNNING) {
            throw busy();
        }
        var job = Job.memory(COUNTED_AS, TaskKind.RESIZE, wanted::resized);
        var order = cloud.order(job, instance, 0).orElseThrow(ModifyInstanceSpec::busy);
        return JsonNodeFactory.instance.objectNode().put("OrderId", Long.toString(order.id()));
    }

    private static Refusal busy() {
        return new Refusal("IncorrectDBInstanceState", "Current DB instance state does not support this operation.");
    }
}
