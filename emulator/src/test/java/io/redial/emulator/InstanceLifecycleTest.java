package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances are made, isolated, started again, renewed and destroyed; all work takes ten seconds. */
class InstanceLifecycleTest {
    private static final int NO_SUCH_INSTANCE = -100;
    private static final String CREATE =
            "{\"TypeId\":16,\"MemSize\":2048,\"RedisShardNum\":3,\"RedisReplicasNum\":2,\"GoodsNum\":%d,\"Period\":1,"
                    + "\"BillingMode\":0,\"ProjectId\":7,\"NoAuth\":true,\"VpcId\":\"vpc-1\",\"SubnetId\":\"subnet-1\",\"ZoneId\":100003,\"InstanceName\":\"made\"}";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(30)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final String id = inspector.newestInstance();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void newInstance_isInitializedThenCreatedThenRuns() {
        var answer = client.call("CreateInstances", CREATE.formatted(2));
        var deal = answer.path("DealId").asText();
        var made = answer.path("InstanceIds").path(1).asText();

        assertThat(answer.path("InstanceIds")).hasSize(2);
        assertThat(total()).isEqualTo(32);
        assertThat(inspector.status(made)).isZero();
        assertThat(inspector.errorCode("ClearInstance", made)).isEqualTo("ResourceUnavailable");
        clock.advance(Duration.ofSeconds(1));
        assertThat(inspector.status(made)).isEqualTo(1);
        clock.advance(Duration.ofMillis(9_049));
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(4);
        assertThat(inspector.order(deal).path("InstanceIds")).isEqualTo(answer.path("InstanceIds"));
        assertThat(inspector.order(deal).path("GoodsNum").intValue()).isEqualTo(2);
        assertThat(inspector.status(made)).isEqualTo(1);
        clock.advance(Duration.ofMillis(101));
        assertThat(inspector.status(made)).isEqualTo(2);
        assertThat(inspector.tasks(made).path(0).path("TaskType").asText()).isEqualTo("001");
        assertThat(emulator.acceptedCount("CreateInstances", made)).isEqualTo(1);
        var row = inspector.row(made);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.type("InstanceSet").orElseThrow().fields(), row, "InstanceSet");
        assertThat(row.path("InstanceName").asText()).isEqualTo("made");
        assertThat(row.path("Createtime").asText()).isEqualTo("2026-03-01 08:00:00");
        assertThat(row.path("RedisShardSize").intValue()).isEqualTo(2048);
        assertThat(row.path("RedisShardNum").intValue()).isEqualTo(3);
        assertThat(row.path("RedisReplicasNum").intValue()).isEqualTo(2);
        assertThat(row.path("ZoneId").intValue()).isEqualTo(100003);
        assertThat(row.path("ProjectId").intValue()).isEqualTo(7);
        assertThat(row.path("Type").intValue()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"GoodsNum\":0', LimitExceeded.InvalidParameterGoodsNumNotInRange",
        "'\"GoodsNum\":101', LimitExceeded.InvalidParameterGoodsNumNotInRange",
        "'\"MemSize\":1000', LimitExceeded.InvalidMemSize",
        "'\"MemSize\":66560', LimitExceeded.InvalidMemSize",
    })
    void unavailableSpec_isRejected(String wrong, String code) {
        var name = wrong.substring(0, wrong.indexOf(':') + 1);
        var body = CREATE.formatted(1).replaceAll(name + "\\d+", wrong);
        assertThat(client.errorCode("CreateInstances", body)).isEqualTo(code);
        assertThat(total()).isEqualTo(30);
    }

    @Test
    void clone_hasTheSpecOfItsSource() {
        var answer = client.call(
                "CloneInstances",
                "{\"InstanceId\":\"" + id + "\",\"GoodsNum\":1,\"ZoneId\":100002,\"BillingMode\":0,\"Period\":1,"
                        + "\"SecurityGroupIdList\":[],\"BackupId\":\"1-2-3\"}");
        var clone = answer.path("InstanceIds").path(0).asText();
        clock.advance(Duration.ofMillis(10_150));
        assertThat(inspector.status(id)).isEqualTo(2);
        assertThat(inspector.status(clone)).isEqualTo(2);
        for (var field : new String[] {"Type", "RedisShardSize", "RedisShardNum", "RedisReplicasNum", "ProjectId"}) {
            assertThat(inspector.row(clone).path(field))
                    .as(field)
                    .isEqualTo(inspector.row(id).path(field));
        }
    }

    @Test
    void newInstance_isInTheRequestedRegion() {
        client.request("CreateInstances")
                .header("x-tc-region", "ap-tokyo")
                .body(CREATE.formatted(1))
                .send();
        assertThat(total()).isEqualTo(30);
        assertThat(list("ap-tokyo").path("InstanceSet").path(0).path("Region").asText())
                .isEqualTo("ap-tokyo");
        assertThat(list("ap-seoul").path("TotalCount").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"DestroyPostpaidInstance", "DestroyPrepaidInstance"})
    void returnedInstance_isIsolatedThenRestartedOrDestroyed(String destroy) {
        assertThat(inspector.errorCode("StartupInstance", id)).isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        assertThat(inspector.errorCode("CleanUpInstance", id)).isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        assertThat(inspector.errorCode(destroy, id)).isEmpty();
        clock.advance(Duration.ofMillis(9_999));
        assertThat(inspector.status(id)).isEqualTo(1);
        clock.advance(Duration.ofMillis(151));
        assertThat(inspector.status(id)).isEqualTo(-2);
        assertThat(emulator.acceptedCount(destroy, id)).isEqualTo(1);

        assertThat(inspector.errorCode("StartupInstance", id)).isEmpty();
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo("005");
        assertThat(inspector.status(id)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.status(id)).isEqualTo(2);

        inspector.call(destroy, id);
        clock.advance(Duration.ofMillis(10_150));
        var task = inspector.call("CleanUpInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofMillis(9_999));
        assertThat(inspector.status(id)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(inspector.status(id)).isEqualTo(NO_SUCH_INSTANCE);
        assertThat(total()).isEqualTo(29);
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
        assertThat(inspector.errorCode("ClearInstance", id)).isEqualTo("ResourceNotFound");
        assertThat(emulator.acceptedCount(destroy, id)).isEqualTo(2);
        assertThat(emulator.acceptedCount("CleanUpInstance", id)).isEqualTo(1);
    }

    @Test
    void failedDestruction_keepsTheInstance() {
        emulator.failNextTask(id, "not now");
        inspector.call("DestroyPostpaidInstance", id);
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.status(id)).isEqualTo(2);
    }

    @Test
    void renewal_doesNotChangeTheInstance() {
        var before = inspector.row(id);
        var body = "{\"InstanceId\":\"" + id + "\",\"Period\":3}";
        var deal = client.call("RenewInstance", body).path("DealId").asText();
        assertThat(inspector.row(id)).isEqualTo(before);
        assertThat(inspector.tasks(id)).isEmpty();
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(2);
        assertThat(client.errorCode("RenewInstance", body)).isEmpty();
        assertThat(emulator.acceptedCount("RenewInstance", id)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(4);
        assertThat(inspector.order(deal).path("InstanceIds").path(0).asText()).isEqualTo(id);
        assertThat(inspector.row(id)).isEqualTo(before);
        inspector.call("ClearInstance", id);
        assertThat(client.errorCode("RenewInstance", body)).isEqualTo("ResourceInUse.InstanceBeenLocked");
    }

    @Test
    void addAndRemoveInstance_takeEffectImmediately() {
        var added = emulator.addInstance();
        assertThat(inspector.newestInstance()).isEqualTo(added);
        assertThat(inspector.status(added)).isEqualTo(2);
        assertThat(total()).isEqualTo(31);
        emulator.removeInstance(added);
        assertThat(inspector.status(added)).isEqualTo(NO_SUCH_INSTANCE);
        assertThat(total()).isEqualTo(30);
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.removeInstance(added));
    }

    @Test
    void taskOfARemovedInstance_completesWithoutEffect() {
        var task = inspector.call("ClearInstance", id).path("TaskId").longValue();
        emulator.removeInstance(id);
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
        assertThat(inspector.status(id)).isEqualTo(NO_SUCH_INSTANCE);
    }

    private int total() {
        return list("ap-guangzhou").path("TotalCount").intValue();
    }

    private JsonNode list(String region) {
        return client.request("DescribeInstances").header("x-tc-region", region).send();
    }
}
