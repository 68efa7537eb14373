package io.redial.emulator.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The tasks in the order in which they began, also per instance. Reading never waits; writers must take turns. */
final class TaskLedger {
    private final Ledger<Task> all = new Ledger<>();
    private final Map<String, Ledger<Task>> byInstance = new ConcurrentHashMap<>();

    void add(Task task) {
        byInstance.computeIfAbsent(task.instance().id(), id -> new Ledger<>()).add(task.id(), task);
        all.add(task.id(), task).ifPresent(this::forget);
    }

    private void forget(Task eldest) {
        byInstance.computeIfPresent(eldest.instance().id(), (id, ledger) -> ledger.dropEldest() ? ledger : null);
    }

    Optional<Task> find(long id) {
        return all.find(id);
    }

    /** The newest first, of those that began in that time, both ends included. */
    Stream<Task> begun(long from, long to) {
        return all.newestFirst(all.first(task -> task.started() >= from), all.first(task -> task.started() > to));
    }

    /** The same for one instance. */
    Stream<Task> begun(String instanceId, long from, long to) {
        return Optional.ofNullable(byInstance.get(instanceId)).stream()
                .flatMap(Ledger::newestFirst)
                .filter(task -> from <= task.started() && task.started() <= to);
    }
}
