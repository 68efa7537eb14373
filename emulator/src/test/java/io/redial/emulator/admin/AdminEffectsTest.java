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
import io.redial.emulator.SteppedClock;
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
    private AdminCaller caller = new AdminCaller(emulator.endpoint());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aFaultHappensAndIsUsedUp() throws TencentCloudSDKException {
        caller.change("POST", "/faults", "{\"kind\":\"failure\",\"code\":\"InternalError.Test\",\"times\":1}");
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(this::list)
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("InternalError.Test"));
        assertThat(list()).isEqualTo(5);
        assertThat(caller.get("/faults").path("faults")).isEmpty();
    }

    @Test
    void aQuotaRefusesAndTheCountsSayIt() throws TencentCloudSDKException {
        caller.change("PUT", "/clock", "{\"speed\":0}");
        caller.change("PUT", "/quotas/DescribeInstances", "{\"permits\":1}");
        list();
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(this::list)
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("RequestLimitExceeded"));
        var calls = caller.get("/calls");
        assertThat(calls.path("calls").asInt()).isEqualTo(2);
        assertThat(calls.path("actions")).hasSize(1);
        assertThat(calls.at("/actions/0/seconds/0/accepted").asInt()).isOne();
        assertThat(calls.at("/actions/0/seconds/0/refused").asInt()).isOne();
        assertThat(calls.at("/actions/0/seconds/0/second")).isEqualTo(calls.path("second"));

        caller.change("PUT", "/quotas", "{\"mode\":\"off\"}");
        assertThat(list()).isEqualTo(5);
    }

    @Test
    void aTaskIsShownUntilTheClockIsMovedPastItsEnd() throws TencentCloudSDKException {
        caller.change("PUT", "/clock", "{\"speed\":0}");
        var id = oldest();
        caller.change("PUT", "/instances/" + id + "/next-task", "{\"ending\":\"failure\",\"message\":\"full\"}");
        var task = clear(id);

        caller.change("PUT", "/clock", "{\"advance\":\"PT30M\"}");
        var row = caller.get("/tasks").at("/tasks/0");
        assertThat(row.path("instance").asText()).isEqualTo(id);
        assertThat(row.path("id").asLong()).isEqualTo(task);
        assertThat(row.path("state").asText()).isEqualTo("running");
        assertThat(row.path("progress").asDouble()).isBetween(0.4, 0.5);
        assertThat(caller.get("/instances/" + id).path("status").asText()).isEqualTo("processing");
        assertThat(caller.get("/state").path("busy").asInt()).isOne();

        caller.change("PUT", "/clock", "{\"advance\":1801}");
        assertThat(caller.get("/tasks").path("total").asInt()).isZero();
        var info = new DescribeTaskInfoRequest();
        info.setTaskId(task);
        assertThat(client().DescribeTaskInfo(info).getStatus()).isEqualTo("failed");
    }

    @Test
    void workThatHangsHasNoEnd() throws TencentCloudSDKException {
        caller.change("PUT", "/instances/" + oldest() + "/next-task", "{\"ending\":\"none\"}");
        clear(oldest());
        var row = caller.get("/tasks").at("/tasks/0");
        assertThat(row.path("ends").isNull()).isTrue();
        assertThat(row.path("progress").asInt()).isZero();
    }

    @Test
    void resetLeavesNothingOfWhatHappened() throws TencentCloudSDKException {
        var before = caller.get("/instances");
        caller.change("POST", "/instances", "{\"count\":2}");
        caller.change("DELETE", "/instances/" + oldest(), "");
        clear(oldest());
        caller.change("POST", "/faults", "{\"kind\":\"hang-up\"}");
        caller.change("PUT", "/quotas", "{\"mode\":\"off\"}");
        caller.change("PUT", "/quotas/ClearInstance", "{\"permits\":1}");

        var state = caller.change("POST", "/reset", "");

        assertThat(caller.get("/instances")).isEqualTo(before);
        assertThat(state.path("tasks").asInt()
                        + state.path("calls").asInt()
                        + state.path("faults").asInt())
                .isZero();
        assertThat(state.path("quotaMode").asText()).isEqualTo("sliding");
        assertThat(caller.get("/quotas/ClearInstance").path("permits").asInt()).isEqualTo(20);
        assertThat(caller.get("/calls").path("actions")).isEmpty();
        assertThat(list()).isEqualTo(5);
    }

    @Test
    void aSnapshotBringsEverythingBack() throws TencentCloudSDKException {
        caller.change("PUT", "/clock", "{\"speed\":0}");
        clear(oldest());
        var snapshot = caller.send("GET", "/snapshot", "").body();
        var before = caller.get("/state");
        caller.change("POST", "/reset", "");

        caller.change("PUT", "/snapshot", snapshot);

        assertThat(caller.get("/state").path("tasks")).isEqualTo(before.path("tasks"));
        assertThat(caller.get("/state").path("busy").asInt()).isOne();
    }

    @Test
    void itsCertificateIsThereToTake() throws Exception {
        try (var secure = CloudEmulator.start(EmulatorOptions.builder().https().build())) {
            var pem = new AdminCaller(secure.endpoint()).send("GET", "/certificate", "");
            assertThat(pem.headers().firstValue("Content-Type")).contains("application/x-pem-file");
            var bytes = pem.body().getBytes(StandardCharsets.US_ASCII);
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)))
                    .isEqualTo(secure.certificate());
        }
    }

    @Test
    void aClockThatATestHoldsIsOnlyShown() {
        try (var stepped = CloudEmulator.start(EmulatorOptions.builder()
                .clock(new SteppedClock(Instant.parse("2026-01-01T00:00:00Z")))
                .build())) {
            var admin = new AdminCaller(stepped.endpoint());
            assertThat(admin.get("/clock")).hasToString("{\"now\":\"2026-01-01T00:00:00Z\",\"speed\":null}");
            assertThat(admin.send("PUT", "/clock", "{\"speed\":2}").statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void noSecretIsAnywhere() throws TencentCloudSDKException {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .instances(5)
                .credentials("AKIDmine", "mine-alone")
                .build());
        caller = new AdminCaller(emulator.endpoint());
        clear(oldest());
        for (var path :
                new String[] {"/state", "/quotas", "/faults", "/clock", "/calls", "/instances", "/tasks", "/"}) {
            assertThat(caller.send("GET", path, "").body())
                    .as(path)
                    .isNotEmpty()
                    .doesNotContain("mine-alone", "Secret1234");
        }
        assertThat(caller.send("GET", "/snapshot", "").body()).doesNotContain("mine-alone", "Secret1234");
    }

    private String oldest() {
        return caller.get("/instances")
                .path("instances")
                .path(emulator.instances() - 1)
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
