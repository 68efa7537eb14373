package io.redial.emulator.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The tasks in the order in which they began, under ids without a gap, also per instance. Only the newest are kept.
 * Reading never waits; writers must take turns.
 */
final class TaskLedger {
    static final int ROOM = 200_000;

    /** A task stands at its id modulo the room, until a newer one takes its place. */
    private final AtomicReferenceArray<Task> ring = new AtomicReferenceArray<>(ROOM);

    private final Map<String, Ledger<Task>> byInstance = new ConcurrentHashMap<>();
    private volatile long next;

    /** Begins with the id that the first task will have. */
    TaskLedger(long first) {
        this.next = first;
    }

    /** The id of the task that is added next. */
    long nextId() {
        return next;
    }

    /** All that are kept, the eldest first. */
    List<Task> all() {
        return LongStream.range(Math.max(0, next - ROOM), next)
                .mapToObj(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    void add(Task task) {
        var eldest = ring.getAndSet(place(task.id()), task);
        if (eldest != null) {
            byInstance.computeIfPresent(eldest.instance().id(), (id, ledger) -> ledger.dropEldest() ? ledger : null);
        }
        byInstance.computeIfAbsent(task.instance().id(), id -> new Ledger<>()).add(task.id(), task);
        next = task.id() + 1;
    }

    /** Puts another task in the place of the one with its id, if there is one. */
    void replace(Task task) {
        find(task.id()).ifPresent(before -> {
            ring.set(place(task.id()), task);
            byInstance.computeIfPresent(task.instance().id(), (id, ledger) -> {
                ledger.replace(task.id(), task);
                return ledger;
            });
        });
    }

    Optional<Task> find(long id) {
        return id < 0
                ? Optional.empty()
                : Optional.ofNullable(ring.get(place(id))).filter(task -> task.id() == id);
    }

    /** The newest first, of those that began in that time, both ends included. */
    Stream<Task> begun(long from, long to) {
        var first = first(task -> task.started() >= from);
        var last = first(task -> task.started() > to) - 1;
        return LongStream.rangeClosed(first, last)
                .map(id -> first + last - id)
                .mapToObj(id -> ring.get(place(id)))
                .filter(task -> task != null && task.id() <= last);
    }

    /** The same for one instance. */
    Stream<Task> begun(String instanceId, long from, long to) {
        return Optional.ofNullable(byInstance.get(instanceId)).stream()
                .flatMap(Ledger::newestFirst)
                .filter(task -> from <= task.started() && task.started() <= to);
    }

    /** The smallest id from which on all tasks are wanted, which are the newest; the next id if none is. */
    private long first(Predicate<Task> wanted) {
        var high = next;
        var low = Math.max(0, high - ROOM);
        while (low < high) {
            var middle = (low + high) >>> 1;
            // one that is not there is among the eldest
            if (find(middle).filter(wanted).isPresent()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int place(long id) {
        return (int) (id % ROOM);
    }
}
