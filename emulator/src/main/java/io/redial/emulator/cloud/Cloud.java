package io.redial.emulator.cloud;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one account has in one region. Looking never waits; changes take turns, each for a moment and never for I/O.
 */
public final class Cloud {
    private static final int CENTS_PER_GB = 4_500;

    /** A tenth of the time, work waits in the queue. */
    private static final int QUEUE_SHARE = 10;

    private final String region;
    private final LongSupplier millis;
    private final WorkTimes times;
    private final Map<String, Instance> instances;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final Map<String, Integer> orderCounts = new ConcurrentHashMap<>();
    private final Ledger<Task> tasks = new Ledger<>();
    private final Ledger<Order> orders = new Ledger<>();
    private final Ledger<Backup> backups = new Ledger<>();
    private long lastTask = 100_000;
    private long lastOrder = 6_950_000;

    private Cloud(String region, LongSupplier millis, WorkTimes times, Map<String, Instance> instances) {
        this.region = region;
        this.millis = millis;
        this.times = times;
        this.instances = new ConcurrentHashMap<>(instances);
    }

    /**
     * A region with running instances.
     *
     * @param region its id
     * @param millis the clock, in milliseconds since 1970
     * @param times draws how long work takes
     * @param seed what the instances are made out of
     * @param count how many there are
     */
    public static Cloud create(String region, LongSupplier millis, WorkTimes times, long seed, int count) {
        var factory = new InstanceFactory(seed, RegionNumbers.firstZone(region));
        return new Cloud(region, millis, times, factory.make(count));
    }

    /** The id of the region. */
    public String region() {
        return region;
    }

    /** The number of the region, or 0 if the document gives it none. */
    public int regionNumber() {
        return RegionNumbers.of(region);
    }

    /** The present time, in milliseconds since 1970. */
    public long now() {
        return millis.getAsLong();
    }

    /** All instances, in no order. */
    public Collection<Instance> instances() {
        return instances.values();
    }

    /** The instance with that id. */
    public Optional<Instance> instance(String id) {
        return Optional.ofNullable(instances.get(id));
    }

    /** The tasks, the newest first. */
    public Stream<Task> tasks() {
        return tasks.newestFirst();
    }

    /** The task with that id. */
    public Optional<Task> task(long id) {
        return tasks.find(id);
    }

    /** The order with that id. */
    public Optional<Order> order(long id) {
        return orders.find(id);
    }

    /** The backups, the newest first, those in the making included. */
    public Stream<Backup> backups() {
        return backups.newestFirst();
    }

    /** How many orders were accepted for an instance. */
    public int orders(String instanceId) {
        return orderCounts.getOrDefault(instanceId, 0);
    }

    /**
     * Makes the next work on an instance fail.
     *
     * @param message what the failed task will say
     * @throws IllegalArgumentException if there is no such instance
     */
    public void failNext(String instanceId, String message) {
        if (!instances.containsKey(instanceId)) {
            throw new IllegalArgumentException("there is no instance '" + instanceId + "' in " + region);
        }
        failures.put(instanceId, message);
    }

    /** Orders another size; empty when the instance is locked. */
    public synchronized Optional<Order> resize(Instance instance, int shardMb, int shards, int replicas) {
        var gap = times.gapMillis();
        return start(instance, TaskKind.RESIZE, gap, memory -> memory.resized(shardMb, shards, replicas))
                .map(task -> {
                    var cents = Math.max(
                                    0,
                                    shardMb * shards - task.instance().memory().totalMb())
                            / 1024
                            * CENTS_PER_GB;
                    var order = new Order(++lastOrder, task, task.ends() - gap, cents);
                    orders.add(order.id(), order);
                    orderCounts.merge(instance.id(), 1, Integer::sum);
                    return order;
                });
    }

    /** Begins to delete all data; empty when the instance is locked. */
    public synchronized Optional<Task> clear(Instance instance) {
        return start(instance, TaskKind.CLEAR, 0, Memory::cleared);
    }

    /** Begins a backup; empty when the instance is locked. */
    public synchronized Optional<Task> backUp(Instance instance, String remark, int days) {
        var task = start(instance, TaskKind.BACKUP, 0, memory -> memory);
        task.ifPresent(work -> backups.add(work.id(), new Backup(work, remark, days)));
        return task;
    }

    private Optional<Task> start(Instance target, TaskKind kind, long gap, UnaryOperator<Memory> outcome) {
        var now = now();
        var instance = instance(target.id()).orElse(target);
        if (instance.busyAt(now)) {
            return Optional.empty();
        }
        var length = times.workMillis();
        var failure = failures.remove(instance.id());
        var task = new Task(++lastTask, kind, instance, now, now + length / QUEUE_SHARE, now + length + gap, failure);
        var before = instance.memoryAt(now);
        var after = failure == null ? outcome.apply(before) : before;
        instances.put(instance.id(), instance.changing(new Instance.Change(task.ends(), after), now));
        tasks.add(task.id(), task);
        return Optional.of(task);
    }
}
