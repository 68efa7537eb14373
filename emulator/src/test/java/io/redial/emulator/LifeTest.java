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
class LifeTest {
    private static final int NO_SUCH_INSTANCE = -100;
    private static final String CREATE =
            "{\"TypeId\":16,\"MemSize\":2048,\"RedisShardNum\":3,\"RedisReplicasNum\":2,\"GoodsNum\":%d,\"Period\":1,"
                    + "\"BillingMode\":0,\"ProjectId\":7,\"NoAuth\":true,\"VpcId\":\"vpc-1\",\"SubnetId\":\"subnet-1\",\"ZoneId\":100003,\"InstanceName\":\"made\"}";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(30)
            .quota(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private final Console console = new Console(caller);
    private final String id = console.newest();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void newInstancesAreInitializedThenMadeThenRun() {
        var answer = caller.call("CreateInstances", CREATE.formatted(2));
        var deal = answer.path("DealId").asText();
        var made = answer.path("InstanceIds").path(1).asText();

        assertThat(answer.path("InstanceIds")).hasSize(2);
        assertThat(total()).isEqualTo(32);
        assertThat(console.status(made)).isZero();
        assertThat(console.code("ClearInstance", made)).isEqualTo("ResourceUnavailable");
        clock.advance(Duration.ofSeconds(1));
        assertThat(console.status(made)).isEqualTo(1);
        clock.advance(Duration.ofMillis(9_049));
        assertThat(console.order(deal).path("Status").intValue()).isEqualTo(4);
        assertThat(console.order(deal).path("InstanceIds")).isEqualTo(answer.path("InstanceIds"));
        assertThat(console.order(deal).path("GoodsNum").intValue()).isEqualTo(2);
        assertThat(console.status(made)).isEqualTo(1);
        clock.advance(Duration.ofMillis(101));
        assertThat(console.status(made)).isEqualTo(2);
        assertThat(console.tasks(made).path(0).path("TaskType").asText()).isEqualTo("001");
        assertThat(emulator.accepted("CreateInstances", made)).isEqualTo(1);
        var row = console.row(made);
        DocumentedShape.assertComplete(
                CloudCaller.API.type("InstanceSet").orElseThrow().fields(), row, "InstanceSet");
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
    void whatIsNotOnSaleIsNotMade(String wrong, String code) {
        var name = wrong.substring(0, wrong.indexOf(':') + 1);
        var body = CREATE.formatted(1).replaceAll(name + "\\d+", wrong);
        assertThat(caller.code("CreateInstances", body)).isEqualTo(code);
        assertThat(total()).isEqualTo(30);
    }

    @Test
    void aCloneIsLikeItsOriginal() {
        var answer = caller.call(
                "CloneInstances",
                "{\"InstanceId\":\"" + id + "\",\"GoodsNum\":1,\"ZoneId\":100002,\"BillingMode\":0,\"Period\":1,"
                        + "\"SecurityGroupIdList\":[],\"BackupId\":\"1-2-3\"}");
        var clone = answer.path("InstanceIds").path(0).asText();
        clock.advance(Duration.ofMillis(10_150));
        assertThat(console.status(id)).isEqualTo(2);
        assertThat(console.status(clone)).isEqualTo(2);
        for (var field : new String[] {"Type", "RedisShardSize", "RedisShardNum", "RedisReplicasNum", "ProjectId"}) {
            assertThat(console.row(clone).path(field))
                    .as(field)
                    .isEqualTo(console.row(id).path(field));
        }
    }

    @Test
    void newInstancesAreMadeInTheRegionOfTheCall() {
        caller.request("CreateInstances")
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
    void whatIsReturnedIsIsolatedThenStartedAgainOrDestroyed(String destroy) {
        assertThat(console.code("StartupInstance", id)).isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        assertThat(console.code("CleanUpInstance", id)).isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        assertThat(console.code(destroy, id)).isEmpty();
        clock.advance(Duration.ofMillis(9_999));
        assertThat(console.status(id)).isEqualTo(1);
        clock.advance(Duration.ofMillis(151));
        assertThat(console.status(id)).isEqualTo(-2);
        assertThat(emulator.accepted(destroy, id)).isEqualTo(1);

        assertThat(console.code("StartupInstance", id)).isEmpty();
        assertThat(console.tasks(id).path(0).path("TaskType").asText()).isEqualTo("005");
        assertThat(console.status(id)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.status(id)).isEqualTo(2);

        console.call(destroy, id);
        clock.advance(Duration.ofMillis(10_150));
        var task = console.call("CleanUpInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofMillis(9_999));
        assertThat(console.status(id)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(console.status(id)).isEqualTo(NO_SUCH_INSTANCE);
        assertThat(total()).isEqualTo(29);
        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
        assertThat(console.code("ClearInstance", id)).isEqualTo("ResourceNotFound");
        assertThat(emulator.accepted(destroy, id)).isEqualTo(2);
        assertThat(emulator.accepted("CleanUpInstance", id)).isEqualTo(1);
    }

    @Test
    void anInstanceWhoseDestructionFailsStays() {
        emulator.failNextTask(id, "not now");
        console.call("DestroyPostpaidInstance", id);
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.status(id)).isEqualTo(2);
    }

    @Test
    void renewingTouchesNothing() {
        var before = console.row(id);
        var body = "{\"InstanceId\":\"" + id + "\",\"Period\":3}";
        var deal = caller.call("RenewInstance", body).path("DealId").asText();
        assertThat(console.row(id)).isEqualTo(before);
        assertThat(console.tasks(id)).isEmpty();
        assertThat(console.order(deal).path("Status").intValue()).isEqualTo(2);
        assertThat(caller.code("RenewInstance", body)).isEmpty();
        assertThat(emulator.accepted("RenewInstance", id)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.order(deal).path("Status").intValue()).isEqualTo(4);
        assertThat(console.order(deal).path("InstanceIds").path(0).asText()).isEqualTo(id);
        assertThat(console.row(id)).isEqualTo(before);
        console.call("ClearInstance", id);
        assertThat(caller.code("RenewInstance", body)).isEqualTo("ResourceInUse.InstanceBeenLocked");
    }

    @Test
    void testsMakeAndTakeInstancesAtOnce() {
        var added = emulator.addInstance();
        assertThat(console.newest()).isEqualTo(added);
        assertThat(console.status(added)).isEqualTo(2);
        assertThat(total()).isEqualTo(31);
        emulator.removeInstance(added);
        assertThat(console.status(added)).isEqualTo(NO_SUCH_INSTANCE);
        assertThat(total()).isEqualTo(30);
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.removeInstance(added));
    }

    @Test
    void workOnWhatWasTakenAwayGoesOnAndBringsNothingBack() {
        var task = console.call("ClearInstance", id).path("TaskId").longValue();
        emulator.removeInstance(id);
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
        assertThat(console.status(id)).isEqualTo(NO_SUCH_INSTANCE);
    }

    private int total() {
        return list("ap-guangzhou").path("TotalCount").intValue();
    }

    private JsonNode list(String region) {
        return caller.request("DescribeInstances").header("x-tc-region", region).send();
    }
}
