package io.redial.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.instance.Instance;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskLedgerTest {
    private static final int ROOM = TaskLedger.ROOM;

    private final InstanceFactory factory = new InstanceFactory(1, 1, 0);
    private final List<Instance> instances = List.of(factory.running(0), factory.running(0));
    private final TaskLedger ledger = new TaskLedger(0);

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
    void aStretchOfTimeHasBothItsEnds(long from, long to, String ids) {
        LongStream.range(0, 8).forEach(i -> add(100 + i, i / 2 * 10, (int) i % 2));
        var expected = ids.isEmpty() ? List.<String>of() : List.of(ids.split(" "));
        assertThat(ledger.begun(from, to).map(task -> Long.toString(task.id()))).isEqualTo(expected);
        var first = expected.stream().filter(id -> Long.parseLong(id) % 2 == 0).toList();
        assertThat(ledger.begun(instances.get(0).id(), from, to).map(task -> Long.toString(task.id())))
                .isEqualTo(first);
    }

    @Test
    void anEmptyLedgerHasNothing() {
        assertThat(ledger.begun(Long.MIN_VALUE, Long.MAX_VALUE)).isEmpty();
        assertThat(ledger.begun("crs-nothing", Long.MIN_VALUE, Long.MAX_VALUE)).isEmpty();
        assertThat(ledger.find(1)).isEqualTo(Optional.empty());
    }

    @Test
    void theEldestMakeRoomAlsoInTheListOfTheirInstance() {
        add(0, 0, 0);
        add(1, 0, 0);
        LongStream.rangeClosed(2, ROOM).forEach(id -> add(id, id, 1));
        assertThat(ledger.begun(0, Long.MAX_VALUE)).hasSize(ROOM);
        assertThat(ledger.find(0)).isEmpty();
        assertThat(ledger.begun(instances.get(0).id(), 0, Long.MAX_VALUE).map(Task::id))
                .containsExactly(1L);
        add(ROOM + 1, ROOM + 1, 1);
        assertThat(ledger.begun(instances.get(0).id(), 0, Long.MAX_VALUE)).isEmpty();
        assertThat(ledger.begun(instances.get(1).id(), 0, Long.MAX_VALUE)).hasSize(ROOM);
    }

    private void add(long id, long started, int instance) {
        ledger.add(new Task(id, TaskKind.CLEAR, instances.get(instance), Course.of(started, 1, TaskFate.succeeds())));
    }
}
