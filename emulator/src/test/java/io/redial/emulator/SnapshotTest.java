package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.TaskOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cloud that is written down, and another one that goes on from there. Work takes ten seconds. */
class SnapshotTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    private final ManualClock clock = new ManualClock(START);
    private final CloudEmulator emulator = start(clock, 1);
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final List<CloudEmulator> others = new ArrayList<>();

    private static CloudEmulator start(ManualClock clock, long seed) {
        return CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .seed(seed)
                .instances(40)
                .quotaMode(QuotaMode.OFF)
                .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .build());
    }

    @AfterEach
    void stop() {
        emulator.close();
        others.forEach(CloudEmulator::close);
    }

    @Test
    void restore_reproducesTheState() {
        var ids = inspector.oldestInstances(8);
        startOperations(ids);
        var before = captureResponses(client, ids);

        var restored = start(clock, 99);
        others.add(restored);
        restored.restore(emulator.snapshot());

        assertThat(captureResponses(new Api3TestClient(restored, clock::millis), ids))
                .isEqualTo(before);
        assertThat(restored.acceptedUpgradeCount(ids.get(1))).isOne();
        assertThat(restored.snapshot()).isEqualTo(emulator.snapshot());
    }

    @Test
    void restore_resumesTasksAfterADowntime() {
        var id = inspector.newestInstance();
        var task = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(FOUR_SECONDS);
        var snapshot = emulator.snapshot();

        var later = new ManualClock(START.plus(Duration.ofHours(1)));
        var restored = start(later, 2);
        others.add(restored);
        restored.restore(snapshot);
        var there = new InstanceInspector(new Api3TestClient(restored, later::millis));

        later.advance(Duration.ofMillis(5_999));
        assertThat(there.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(there.status(id)).isEqualTo(1);
        later.advance(Duration.ofMillis(1));
        assertThat(there.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
        assertThat(there.status(id)).isEqualTo(2);
        assertThat(there.call("ClearInstance", id).path("TaskId").longValue()).isEqualTo(task + 1);
    }

    @Test
    void restore_completesAPendingDestruction() {
        var id = inspector.newestInstance();
        inspector.call("DestroyPostpaidInstance", id);
        clock.advance(Duration.ofSeconds(10));
        inspector.call("CleanUpInstance", id);
        var snapshot = emulator.snapshot();
        emulator.reset();
        assertThat(inspector.status(id)).isEqualTo(2);

        emulator.restore(snapshot);
        assertThat(inspector.status(id)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.oldestInstances(100)).hasSize(39).doesNotContain(id);
    }

    @Test
    void restore_keepsThePendingOutcome() {
        var id = inspector.newestInstance();
        emulator.setNextTaskOutcome(id, TaskOutcome.fails("no room").withDuration(Duration.ofMinutes(2)));
        emulator.restore(emulator.snapshot());

        var task = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(inspector.taskInfo(task).path("TaskMessage").asText()).isEqualTo("no room");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "[]",
                "{}",
                "{\"version\":2,\"regions\":[]}",
                "{\"version\":1}",
                "{\"version\":1,\"regions\":[{}]}",
                "{\"version\":1,\"regions\":[],\"more\":1}",
                "{\"version\":1,\"regions\":[]} x"
            })
    void invalidSnapshot_changesNothing(String text) {
        var before = emulator.snapshot();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.restore(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("snapshot");
        assertThat(emulator.snapshot()).isEqualTo(before);
    }

    private void startOperations(List<String> ids) {
        inspector.call("ClearInstance", ids.get(0));
        emulator.setNextTaskOutcome(ids.get(2), TaskOutcome.fails("no disk"));
        inspector.call("ManualBackupInstance", ids.get(2));
        inspector.call("ManualBackupInstance", ids.get(3));
        emulator.setNextTaskOutcome(ids.get(4), TaskOutcome.neverCompletes());
        inspector.call("ClearInstance", ids.get(4));
        clock.advance(Duration.ofSeconds(10));
        var size = inspector.row(ids.get(1)).path("RedisShardSize").intValue() + 1024;
        client.call("UpgradeInstance", "{\"InstanceId\":\"" + ids.get(1) + "\",\"MemSize\":" + size + "}");
        inspector.call("DestroyPostpaidInstance", ids.get(5));
        client.call("CreateInstances", "{\"TypeId\":9,\"MemSize\":2048,\"GoodsNum\":3,\"Period\":1,\"BillingMode\":0}");
        clock.advance(FOUR_SECONDS);
    }

    private static List<JsonNode> captureResponses(Api3TestClient caller, List<String> ids) {
        var pictures = new ArrayList<JsonNode>();
        pictures.add(caller.call("DescribeInstances", "{\"Limit\":100}"));
        pictures.add(caller.call("DescribeTaskList", "{\"Limit\":100}"));
        pictures.add(caller.call("DescribeInstanceBackups", "{\"Limit\":100}"));
        pictures.add(caller.call("DescribeInstanceDealDetail", "{\"DealIds\":[\"6950001\",\"6950002\"]}"));
        ids.forEach(id -> pictures.add(caller.call("DescribeTaskList", "{\"InstanceId\":\"" + id + "\"}")));
        pictures.forEach(picture -> ((ObjectNode) picture).remove("RequestId"));
        assertThat(pictures).noneMatch(picture -> picture.has("Error"));
        return pictures;
    }
}
