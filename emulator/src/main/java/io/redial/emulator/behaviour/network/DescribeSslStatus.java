package io.redial.emulator.behaviour.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Ssl;
import java.util.concurrent.TimeUnit;

/** Nothing can be downloaded from the address that it gives. */
final class DescribeSslStatus implements Behaviour {
    private static final int CONFIGURING = 1;
    private static final int CONFIGURED = 2;
    private static final long URL_MILLIS = TimeUnit.DAYS.toMillis(20 * 365);

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var now = cloud.now();
        var ssl = instance.stateAt(now).feature(Ssl.USUAL);
        var busy = cloud.task(ssl.task())
                .filter(task -> !task.stateAt(now).isFinal())
                .isPresent();
        var url = "https://tencentdb-user-crt-1250000001.cos." + cloud.region() + ".myqcloud.com/" + instance.id()
                + "/TencentDB-SSL-CA.zip";
        return Json.object()
                .put("CertDownloadUrl", url)
                .put("UrlExpiredTime", CloudTime.text(instance.created() + URL_MILLIS))
                .put("SSLConfig", ssl.on())
                .put("FeatureSupport", true)
                .put("Status", busy ? CONFIGURING : CONFIGURED);
    }
}
