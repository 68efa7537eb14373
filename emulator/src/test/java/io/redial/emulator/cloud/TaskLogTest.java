package io.redial.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.instance.EmulatedInstance;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskLogTest {
    private static final int CAPACITY = TaskLog.CAPACITY;

    private final InstanceFactory factory = new InstanceFactory(1, 1, 0);
    private final List<EmulatedInstance> instances = List.of(factory.createRunning(0), factory.createRunning(0));
    private final TaskLog taskLog = new TaskLog(0);

    /** Tasks 100 to 107 begin at 0, 0, 10, 10, 20, 20, 30 and 30, turn about on two instances. */
    @ParameterizedTest
    @CsvSource({
        "-1, 100, 107 106 105 104 103 102 101 100",
        "0, 0, 101 100",
        "0, 9, 101 100",
        "1, 20, 105 104 103 102",
        "10, 29, 105 104 103 102",
        "30, 30, 107 106",
        "31, 99, ''",
        "-9, -1, ''",
        "20, 10, ''",
    })
    void timeRange_includesBothEnds(long from, long to, String ids) {
        LongStream.range(0, 8).forEach(i -> add(100 + i, i / 2 * 10, (int) i % 2));
        var expected = ids.isEmpty() ? List.<String>of() : List.of(ids.split(" "));
        assertThat(taskLog.startedBetween(from, to).map(task -> Long.toString(task.id())))
                .isEqualTo(expected);
        var first = expected.stream().filter(id -> Long.parseLong(id) % 2 == 0).toList();
        assertThat(taskLog.startedBetween(instances.get(0).id(), from, to).map(task -> Long.toString(task.id())))
                .isEqualTo(first);
    }

    @Test
    void emptyLog_findsNothing() {
        assertThat(taskLog.startedBetween(Long.MIN_VALUE, Long.MAX_VALUE)).isEmpty();
        assertThat(taskLog.startedBetween("crs-nothing", Long.MIN_VALUE, Long.MAX_VALUE))
                .isEmpty();
        assertThat(taskLog.find(1)).isEqualTo(Optional.empty());
    }

    @Test
    void fullLog_dropsTheOldestTasks() {
        add(0, 0, 0);
        add(1, 0, 0);
        LongStream.rangeClosed(2, CAPACITY).forEach(id -> add(id, id, 1));
        assertThat(taskLog.startedBetween(0, Long.MAX_VALUE)).hasSize(CAPACITY);
        assertThat(taskLog.find(0)).isEmpty();
        assertThat(taskLog.startedBetween(instances.get(0).id(), 0, Long.MAX_VALUE)
                        .map(EmulatedTask::id))
                .containsExactly(1L);
        add(CAPACITY + 1, CAPACITY + 1, 1);
        assertThat(taskLog.startedBetween(instances.get(0).id(), 0, Long.MAX_VALUE))
                .isEmpty();
        assertThat(taskLog.startedBetween(instances.get(1).id(), 0, Long.MAX_VALUE))
                .hasSize(CAPACITY);
    }

    private void add(long id, long started, int instance) {
        taskLog.add(new EmulatedTask(
                id, TaskKind.CLEAR, instances.get(instance), TaskTimeline.of(started, 1, TaskOutcome.succeeds())));
    }
}
