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
final class TaskLog {
    static final int CAPACITY = 200_000;

    /** A task stands at its id modulo the room, until a newer one takes its place. */
    private final AtomicReferenceArray<EmulatedTask> ring = new AtomicReferenceArray<>(CAPACITY);

    private final Map<String, EventLog<EmulatedTask>> byInstance = new ConcurrentHashMap<>();
    private volatile long next;

    /** Begins with the id that the first task will have. */
    TaskLog(long first) {
        this.next = first;
    }

    /** The id of the task that is added next. */
    long nextId() {
        return next;
    }

    /** All that are kept, the eldest first. */
    List<EmulatedTask> all() {
        return LongStream.range(Math.max(0, next - CAPACITY), next)
                .mapToObj(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    void add(EmulatedTask task) {
        var eldest = ring.getAndSet(slot(task.id()), task);
        if (eldest != null) {
            byInstance.computeIfPresent(eldest.instance().id(), (id, ledger) -> ledger.removeOldest() ? ledger : null);
        }
        byInstance.computeIfAbsent(task.instance().id(), id -> new EventLog<>()).add(task.id(), task);
        next = task.id() + 1;
    }

    /** Puts another task in the place of the one with its id, if there is one. */
    void replace(EmulatedTask task) {
        find(task.id()).ifPresent(before -> {
            ring.set(slot(task.id()), task);
            byInstance.computeIfPresent(task.instance().id(), (id, ledger) -> {
                ledger.replace(task.id(), task);
                return ledger;
            });
        });
    }

    Optional<EmulatedTask> find(long id) {
        return id < 0
                ? Optional.empty()
                : Optional.ofNullable(ring.get(slot(id))).filter(task -> task.id() == id);
    }

    /** The newest first, of those that began in that time, both ends included. */
    Stream<EmulatedTask> startedBetween(long from, long to) {
        var first = firstMatching(task -> task.started() >= from);
        var last = firstMatching(task -> task.started() > to) - 1;
        return LongStream.rangeClosed(first, last)
                .map(id -> first + last - id)
                .mapToObj(id -> ring.get(slot(id)))
                .filter(task -> task != null && task.id() <= last);
    }

    /** The same for one instance. */
    Stream<EmulatedTask> startedBetween(String instanceId, long from, long to) {
        return Optional.ofNullable(byInstance.get(instanceId)).stream()
                .flatMap(EventLog::newestFirst)
                .filter(task -> from <= task.started() && task.started() <= to);
    }

    /** The smallest id from which on all tasks are wanted, which are the newest; the next id if none is. */
    private long firstMatching(Predicate<EmulatedTask> wanted) {
        var high = next;
        var low = Math.max(0, high - CAPACITY);
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

    private static int slot(long id) {
        return (int) (id % CAPACITY);
    }
}
