package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.emulator.cloud.TaskFate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can become of a task that usually takes ten seconds and succeeds. */
class TaskFateTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
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

    static Stream<Arguments> fates() {
        return Stream.of(
                Arguments.of("fails", TaskFate.fails("no room"), "failed", "no room", 4, 5),
                Arguments.of("errs", TaskFate.errs("no disk"), "Error", "no disk", 4, 5),
                Arguments.of("hangs", TaskFate.hangs(), "running", "", 1, 3),
                Arguments.of("leaves the list", TaskFate.leavesTheList(), "succeed", "", -1, 4),
                Arguments.of("is forgotten", TaskFate.isForgotten(), "", "", -1, 4),
                Arguments.of("takes longer", TaskFate.takes(Duration.ofSeconds(40)), "running", "", 1, 3),
                Arguments.of("takes no time", TaskFate.takes(Duration.ZERO), "succeed", "", 2, 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fates")
    void aTaskEndsAsItsFateSays(String name, TaskFate fate, String status, String message, int result, int deal) {
        emulator.nextTask(id, fate);
        var task = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));

        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo(status);
        assertThat(console.taskInfo(task).path("TaskMessage").asText()).isEqualTo(message);
        assertThat(console.tasks(id).path(0).path("Result").asInt(-1)).isEqualTo(result);
        assertThat(console.tasks(id).toString()).doesNotContain("no room", "no disk");
        var ended = !status.equals("running");
        assertThat(console.status(id)).isEqualTo(ended ? 2 : 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fates")
    void anOrderSharesTheFateOfItsTask(
            String name, TaskFate fate, String status, String message, int result, int deal) {
        var size = console.row(id).path("RedisShardSize").intValue();
        emulator.nextTask(id, fate);
        var order = caller.call("UpgradeInstance", "{\"InstanceId\":\"" + id + "\",\"MemSize\":" + (size + 1024) + "}")
                .path("DealId")
                .asText();
        clock.advance(Duration.ofMillis(10_150));

        assertThat(console.order(order).path("Status").intValue()).isEqualTo(deal);
        assertThat(console.row(id).path("RedisShardSize").intValue()).isEqualTo(deal == 4 ? size + 1024 : size);
        assertThat(console.status(id)).isEqualTo(deal == 3 ? 1 : 2);
    }

    @Test
    void whatWillVanishIsThereWhileItRuns() {
        emulator.nextTask(id, TaskFate.isForgotten());
        var task = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofMillis(9_999));
        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(console.tasks(id)).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(CloudCaller.code(console.taskInfo(task))).isEqualTo("InvalidParameter.InvalidParameter");
        assertThat(caller.call("DescribeTaskList", "{}").path("TotalCount").intValue())
                .isZero();
    }

    @Test
    void whatHangsHangsForAYear() {
        emulator.nextTask(id, TaskFate.hangs());
        var task = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofDays(365));
        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(console.code("ClearInstance", id)).isEqualTo("ResourceUnavailable");
        assertThat(console.tasks(id).path(0).path("EndTime").asText()).isEqualTo("0000-00-00 00:00:00");
    }

    @Test
    void aLongTaskEndsInTime() {
        emulator.nextTask(id, TaskFate.fails("too slow").taking(Duration.ofMinutes(40)));
        var task = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofMinutes(40).minusMillis(1));
        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(console.taskInfo(task).path("TaskMessage").asText()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(console.taskInfo(task).path("TaskMessage").asText()).isEqualTo("too slow");
    }

    @Test
    void aFateIsForOneTaskAndTheLatestWordCounts() {
        emulator.nextTask(id, TaskFate.hangs());
        emulator.failNextTask(id, "broken");
        var first = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        var second = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.taskInfo(first).path("Status").asText()).isEqualTo("failed");
        assertThat(console.taskInfo(second).path("Status").asText()).isEqualTo("succeed");
    }

    @Test
    void wrongFatesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.nextTask("crs-nothing", TaskFate.hangs()));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskFate.takes(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskFate.takes(Duration.ofDays(366)));
    }
}
