package io.redial.emulator.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.redis.v20180412.RedisClient;
import com.tencentcloudapi.redis.v20180412.models.ClearInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeTaskInfoRequest;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.ManualClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is changed through the admin API, the vendor's SDK sees; and the other way round. */
class AdminEffectsTest {
    private CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .instances(5)
            .taskDuration(Duration.ofHours(1), Duration.ofHours(1))
            .build());
    private AdminTestClient client = new AdminTestClient(emulator.endpoint());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void fault_appliesAndIsConsumed() throws TencentCloudSDKException {
        client.sendJson("POST", "/faults", "{\"kind\":\"failure\",\"code\":\"InternalError.Test\",\"times\":1}");
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(this::list)
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("InternalError.Test"));
        assertThat(list()).isEqualTo(5);
        assertThat(client.get("/faults").path("faults")).isEmpty();
    }

    @Test
    void quota_throttlesAndIsCounted() throws TencentCloudSDKException {
        client.sendJson("PUT", "/clock", "{\"speed\":0}");
        client.sendJson("PUT", "/quotas/DescribeInstances", "{\"permits\":1}");
        list();
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(this::list)
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("RequestLimitExceeded"));
        var calls = client.get("/calls");
        assertThat(calls.path("calls").asInt()).isEqualTo(2);
        assertThat(calls.path("actions")).hasSize(1);
        assertThat(calls.at("/actions/0/seconds/0/accepted").asInt()).isOne();
        assertThat(calls.at("/actions/0/seconds/0/refused").asInt()).isOne();
        assertThat(calls.at("/actions/0/seconds/0/second")).isEqualTo(calls.path("second"));

        client.sendJson("PUT", "/quotas", "{\"mode\":\"off\"}");
        assertThat(list()).isEqualTo(5);
    }

    @Test
    void task_isListedUntilItsEnd() throws TencentCloudSDKException {
        client.sendJson("PUT", "/clock", "{\"speed\":0}");
        var id = oldest();
        client.sendJson("PUT", "/instances/" + id + "/next-task", "{\"ending\":\"failure\",\"message\":\"full\"}");
        var task = clear(id);

        client.sendJson("PUT", "/clock", "{\"advance\":\"PT30M\"}");
        var row = client.get("/tasks").at("/tasks/0");
        assertThat(row.path("instance").asText()).isEqualTo(id);
        assertThat(row.path("id").asLong()).isEqualTo(task);
        assertThat(row.path("state").asText()).isEqualTo("running");
        assertThat(row.path("progress").asDouble()).isBetween(0.4, 0.5);
        assertThat(client.get("/instances/" + id).path("status").asText()).isEqualTo("processing");
        assertThat(client.get("/state").path("busy").asInt()).isOne();

        client.sendJson("PUT", "/clock", "{\"advance\":1801}");
        assertThat(client.get("/tasks").path("total").asInt()).isZero();
        var info = new DescribeTaskInfoRequest();
        info.setTaskId(task);
        assertThat(client().DescribeTaskInfo(info).getStatus()).isEqualTo("failed");
    }

    @Test
    void hangingTask_hasNoEnd() throws TencentCloudSDKException {
        client.sendJson("PUT", "/instances/" + oldest() + "/next-task", "{\"ending\":\"none\"}");
        clear(oldest());
        var row = client.get("/tasks").at("/tasks/0");
        assertThat(row.path("ends").isNull()).isTrue();
        assertThat(row.path("progress").asInt()).isZero();
    }

    @Test
    void reset_restoresTheInitialState() throws TencentCloudSDKException {
        var before = client.get("/instances");
        client.sendJson("POST", "/instances", "{\"count\":2}");
        client.sendJson("DELETE", "/instances/" + oldest(), "");
        clear(oldest());
        client.sendJson("POST", "/faults", "{\"kind\":\"hang-up\"}");
        client.sendJson("PUT", "/quotas", "{\"mode\":\"off\"}");
        client.sendJson("PUT", "/quotas/ClearInstance", "{\"permits\":1}");

        var state = client.sendJson("POST", "/reset", "");

        assertThat(client.get("/instances")).isEqualTo(before);
        assertThat(state.path("tasks").asInt()
                        + state.path("calls").asInt()
                        + state.path("faults").asInt())
                .isZero();
        assertThat(state.path("quotaMode").asText()).isEqualTo("sliding");
        assertThat(client.get("/quotas/ClearInstance").path("permits").asInt()).isEqualTo(20);
        assertThat(client.get("/calls").path("actions")).isEmpty();
        assertThat(list()).isEqualTo(5);
    }

    @Test
    void snapshot_restoresTheState() throws TencentCloudSDKException {
        client.sendJson("PUT", "/clock", "{\"speed\":0}");
        clear(oldest());
        var snapshot = client.send("GET", "/snapshot", "").body();
        var before = client.get("/state");
        client.sendJson("POST", "/reset", "");

        client.sendJson("PUT", "/snapshot", snapshot);

        assertThat(client.get("/state").path("tasks")).isEqualTo(before.path("tasks"));
        assertThat(client.get("/state").path("busy").asInt()).isOne();
    }

    @Test
    void certificate_isDownloadable() throws Exception {
        try (var secure = CloudEmulator.start(EmulatorOptions.builder().https().build())) {
            var pem = new AdminTestClient(secure.endpoint()).send("GET", "/certificate", "");
            assertThat(pem.headers().firstValue("Content-Type")).contains("application/x-pem-file");
            var bytes = pem.body().getBytes(StandardCharsets.US_ASCII);
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)))
                    .isEqualTo(secure.certificate());
        }
    }

    @Test
    void manualClock_isReadOnly() {
        try (var stepped = CloudEmulator.start(EmulatorOptions.builder()
                .clock(new ManualClock(Instant.parse("2026-01-01T00:00:00Z")))
                .build())) {
            var admin = new AdminTestClient(stepped.endpoint());
            assertThat(admin.get("/clock")).hasToString("{\"now\":\"2026-01-01T00:00:00Z\",\"speed\":null}");
            assertThat(admin.send("PUT", "/clock", "{\"speed\":2}").statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void responses_omitSecrets() throws TencentCloudSDKException {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .instances(5)
                .credentials("AKIDmine", "mine-alone")
                .build());
        client = new AdminTestClient(emulator.endpoint());
        clear(oldest());
        for (var path :
                new String[] {"/state", "/quotas", "/faults", "/clock", "/calls", "/instances", "/tasks", "/"}) {
            assertThat(client.send("GET", path, "").body())
                    .as(path)
                    .isNotEmpty()
                    .doesNotContain("mine-alone", "Secret1234");
        }
        assertThat(client.send("GET", "/snapshot", "").body()).doesNotContain("mine-alone", "Secret1234");
    }

    private String oldest() {
        return client.get("/instances")
                .path("instances")
                .path(emulator.instanceCount() - 1)
                .path("id")
                .asText();
    }

    private long list() throws TencentCloudSDKException {
        return client().DescribeInstances(new DescribeInstancesRequest()).getTotalCount();
    }

    private long clear(String id) throws TencentCloudSDKException {
        var request = new ClearInstanceRequest();
        request.setInstanceId(id);
        request.setPassword("Secret1234");
        return client().ClearInstance(request).getTaskId();
    }

    private RedisClient client() {
        var http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint(emulator.endpoint().getAuthority());
        var key = new Credential(emulator.secretId(), emulator.secretKey());
        return new RedisClient(key, emulator.region(), new ClientProfile(ClientProfile.SIGN_TC3_256, http));
    }
}
