package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.emulator.cloud.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can become of a task that usually takes ten seconds and succeeds. */
class TaskOutcomeTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
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

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of("fails", TaskOutcome.fails("no room"), "failed", "no room", 4, 5),
                Arguments.of("errs", TaskOutcome.endsInError("no disk"), "Error", "no disk", 4, 5),
                Arguments.of("hangs", TaskOutcome.neverCompletes(), "running", "", 1, 3),
                Arguments.of("leaves the list", TaskOutcome.unlisted(), "succeed", "", -1, 4),
                Arguments.of("is forgotten", TaskOutcome.notFound(), "", "", -1, 4),
                Arguments.of("takes longer", TaskOutcome.succeedsAfter(Duration.ofSeconds(40)), "running", "", 1, 3),
                Arguments.of("takes no time", TaskOutcome.succeedsAfter(Duration.ZERO), "succeed", "", 2, 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void task_endsWithItsOutcome(String name, TaskOutcome fate, String status, String message, int result, int deal) {
        emulator.setNextTaskOutcome(id, fate);
        var task = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));

        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo(status);
        assertThat(inspector.taskInfo(task).path("TaskMessage").asText()).isEqualTo(message);
        assertThat(inspector.tasks(id).path(0).path("Result").asInt(-1)).isEqualTo(result);
        assertThat(inspector.tasks(id).toString()).doesNotContain("no room", "no disk");
        var ended = !status.equals("running");
        assertThat(inspector.status(id)).isEqualTo(ended ? 2 : 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void order_endsWithTheOutcomeOfItsTask(
            String name, TaskOutcome fate, String status, String message, int result, int deal) {
        var size = inspector.row(id).path("RedisShardSize").intValue();
        emulator.setNextTaskOutcome(id, fate);
        var order = client.call("UpgradeInstance", "{\"InstanceId\":\"" + id + "\",\"MemSize\":" + (size + 1024) + "}")
                .path("DealId")
                .asText();
        clock.advance(Duration.ofMillis(10_150));

        assertThat(inspector.order(order).path("Status").intValue()).isEqualTo(deal);
        assertThat(inspector.row(id).path("RedisShardSize").intValue()).isEqualTo(deal == 4 ? size + 1024 : size);
        assertThat(inspector.status(id)).isEqualTo(deal == 3 ? 1 : 2);
    }

    @Test
    void notFoundTask_isListedWhileItRuns() {
        emulator.setNextTaskOutcome(id, TaskOutcome.notFound());
        var task = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofMillis(9_999));
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(inspector.tasks(id)).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(Api3TestClient.errorCode(inspector.taskInfo(task))).isEqualTo("InvalidParameter.InvalidParameter");
        assertThat(client.call("DescribeTaskList", "{}").path("TotalCount").intValue())
                .isZero();
    }

    @Test
    void hangingTask_runsForAYear() {
        emulator.setNextTaskOutcome(id, TaskOutcome.neverCompletes());
        var task = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofDays(365));
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(inspector.errorCode("ClearInstance", id)).isEqualTo("ResourceUnavailable");
        assertThat(inspector.tasks(id).path(0).path("EndTime").asText()).isEqualTo("0000-00-00 00:00:00");
    }

    @Test
    void longTask_endsAfterItsDuration() {
        emulator.setNextTaskOutcome(id, TaskOutcome.fails("too slow").withDuration(Duration.ofMinutes(40)));
        var task = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofMinutes(40).minusMillis(1));
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(inspector.taskInfo(task).path("TaskMessage").asText()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(inspector.taskInfo(task).path("TaskMessage").asText()).isEqualTo("too slow");
    }

    @Test
    void outcome_appliesOnceAndTheLatestWins() {
        emulator.setNextTaskOutcome(id, TaskOutcome.neverCompletes());
        emulator.failNextTask(id, "broken");
        var first = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        var second = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.taskInfo(first).path("Status").asText()).isEqualTo("failed");
        assertThat(inspector.taskInfo(second).path("Status").asText()).isEqualTo("succeed");
    }

    @Test
    void invalidOutcome_isRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.setNextTaskOutcome("crs-nothing", TaskOutcome.neverCompletes()));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskOutcome.succeedsAfter(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskOutcome.succeedsAfter(Duration.ofDays(366)));
    }
}
