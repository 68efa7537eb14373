package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;
import java.util.concurrent.TimeUnit;

/** The migration that once filled an instance. It is made up: an older instance, gone since, and a task that succeeded. */
final class DataMigrationInfo {
    private static final int SUCCEEDED = 9;
    private static final int DESTROYED = -4;
    private static final int FIRST_SET = 15_000;
    private static final int SETS = 1_000;
    private static final long TOOK_MILLIS = TimeUnit.HOURS.toMillis(1);

    private DataMigrationInfo() {}

    static ObjectNode describe(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var seed = instance.id().hashCode() >>> 2;
        var answer = Json.object()
                .put("JobId", "dts-" + IdGenerator.suffix(seed))
                .put("JobName", "migration-" + instance.id())
                .put("Status", SUCCEEDED)
                .put("StatusDesc", "Succeeded")
                .put("Offset", 0)
                .put("CutDownTime", ApiTime.format(instance.created() + TOOK_MILLIS));
        answer.set(
                "SrcInfo",
                side(instance, cloud)
                        .put("InstanceId", "crs-" + IdGenerator.suffix(seed + 1))
                        .put("InstanceName", instance.metadata().name() + "-old")
                        .put("Status", DESTROYED));
        answer.set(
                "DstInfo",
                side(instance, cloud)
                        .put("InstanceId", instance.id())
                        .put("InstanceName", instance.metadata().name())
                        .put("Status", instance.statusAt(cloud.now())));
        return answer;
    }

    private static ObjectNode side(EmulatedInstance instance, Cloud cloud) {
        var state = instance.stateAt(cloud.now());
        return Json.object()
                .put("RegionId", cloud.regionNumber())
                .put("SetId", FIRST_SET + Math.floorMod(instance.id().hashCode(), SETS))
                .put("ZoneId", PrimaryNode.zone(state))
                .put("Type", state.type())
                .put("Vip", state.address().ip());
    }
}
