package io.redial.emulator.handler.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.Ssl;
import io.redial.emulator.protocol.ActionRequest;
import java.util.concurrent.TimeUnit;

/** Nothing can be downloaded from the address that it gives. */
final class DescribeSslStatus implements ActionHandler {
    private static final int CONFIGURING = 1;
    private static final int CONFIGURED = 2;
    private static final long URL_MILLIS = TimeUnit.DAYS.toMillis(20 * 365);

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var now = cloud.now();
        var ssl = instance.stateAt(now).feature(Ssl.DEFAULT);
        var busy = cloud.task(ssl.taskId())
                .filter(task -> !task.stateAt(now).isFinal())
                .isPresent();
        var url = "https://tencentdb-user-crt-1250000001.cos." + cloud.region() + ".myqcloud.com/" + instance.id()
                + "/TencentDB-SSL-CA.zip";
        return Json.object()
                .put("CertDownloadUrl", url)
                .put("UrlExpiredTime", ApiTime.format(instance.created() + URL_MILLIS))
                .put("SSLConfig", ssl.enabled())
                .put("FeatureSupport", true)
                .put("Status", busy ? CONFIGURING : CONFIGURED);
    }
}
