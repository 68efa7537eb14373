package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Ids;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Primary;
import java.util.concurrent.TimeUnit;

/** The migration that once filled an instance. It is made up: an older instance, gone since, and a task that succeeded. */
final class Migration {
    private static final int SUCCEEDED = 9;
    private static final int DESTROYED = -4;
    private static final int FIRST_SET = 15_000;
    private static final int SETS = 1_000;
    private static final long TOOK_MILLIS = TimeUnit.HOURS.toMillis(1);

    private Migration() {}

    static ObjectNode describe(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var seed = instance.id().hashCode() >>> 2;
        var answer = Json.object()
                .put("JobId", "dts-" + Ids.letters(seed))
                .put("JobName", "migration-" + instance.id())
                .put("Status", SUCCEEDED)
                .put("StatusDesc", "Succeeded")
                .put("Offset", 0)
                .put("CutDownTime", CloudTime.text(instance.created() + TOOK_MILLIS));
        answer.set(
                "SrcInfo",
                side(instance, cloud)
                        .put("InstanceId", "crs-" + Ids.letters(seed + 1))
                        .put("InstanceName", instance.label().name() + "-old")
                        .put("Status", DESTROYED));
        answer.set(
                "DstInfo",
                side(instance, cloud)
                        .put("InstanceId", instance.id())
                        .put("InstanceName", instance.label().name())
                        .put("Status", instance.statusAt(cloud.now())));
        return answer;
    }

    private static ObjectNode side(Instance instance, Cloud cloud) {
        var state = instance.stateAt(cloud.now());
        return Json.object()
                .put("RegionId", cloud.regionNumber())
                .put("SetId", FIRST_SET + Math.floorMod(instance.id().hashCode(), SETS))
                .put("ZoneId", Primary.zone(state))
                .put("Type", state.type())
                .put("Vip", state.address().ip());
    }
}
