package io.redial.emulator.aliyun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ApiError;
import java.util.Set;

/** The change begins at once, in the maintenance window too. */
final class ModifyInstanceSpec implements KvStoreActionHandler {
    /** Counted as what it is called in API 3.0, so that all doors count together. */
    private static final String COUNTED_AS = "UpgradeInstance";

    private static final Set<String> EFFECTIVE_TIMES = Set.of("Immediately", "MaintainTime");

    @Override
    public ObjectNode handle(KvStoreRequest call, Cloud cloud) {
        if (!EFFECTIVE_TIMES.contains(call.text("EffectiveTime").orElse("Immediately"))) {
            throw new ApiError("InvalidEffectiveTime.Malformed", "Specified effective time is not valid.");
        }
        var instance = call.instance(cloud);
        var wanted = InstanceClass.parse(call.required("InstanceClass"))
                .filter(found -> found.cluster() == instance.state().isCluster())
                .orElseThrow(() -> new ApiError(
                        "InvalidInstanceClass.NotFound", "Specified instance class does not exist for this instance."));
        if (instance.lifecycleStateAt(cloud.now()) != LifecycleState.RUNNING) {
            throw busyError();
        }
        var job = TaskDefinition.changingMemory(COUNTED_AS, TaskKind.RESIZE, wanted::resized);
        var order = cloud.placeOrder(job, instance, 0).orElseThrow(ModifyInstanceSpec::busyError);
        return JsonNodeFactory.instance.objectNode().put("OrderId", Long.toString(order.id()));
    }

    private static ApiError busyError() {
        return new ApiError("IncorrectDBInstanceState", "Current DB instance state does not support this operation.");
    }
}
