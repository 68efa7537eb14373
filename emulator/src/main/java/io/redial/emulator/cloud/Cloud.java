package io.redial.emulator.cloud;

import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.PendingSwitch;
import io.redial.emulator.instance.SizeHistory;
import io.redial.emulator.instance.StateChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one account has in one region. Looking never waits; changes take turns, each for a moment and never for I/O.
 */
public final class Cloud {
    /** How many instances there is room for. */
    public static final int MAX_INSTANCES = 200_000;

    private static final long FIRST_TASK = 100_001;
    private static final long FIRST_ORDER = 6_950_001;

    private final String region;
    private final LongSupplier millis;
    private final TaskTimelineFactory timelines;
    private final InstanceFactory factory;
    private final InstanceStore instances = new InstanceStore();
    private final TaskLog tasks;
    private final EventLog<Order> orders = new EventLog<>();
    private final EventLog<ManualBackup> backups = new EventLog<>();
    private final Map<Class<?>, ResourceStore<?>> resources = new ConcurrentHashMap<>();
    private final AcceptedTaskCounter acceptedCounts = new AcceptedTaskCounter();
    private final LifecycleTimers timers = new LifecycleTimers();
    private volatile long nextTimerMillis = TaskTimeline.NEVER;
    private long lastOrder;

    private Cloud(
            String region,
            LongSupplier millis,
            TaskDurations times,
            InstanceFactory factory,
            long firstTask,
            long firstOrder) {
        this.region = region;
        this.millis = millis;
        this.timelines = new TaskTimelineFactory(times);
        this.factory = factory;
        this.tasks = new TaskLog(firstTask);
        this.lastOrder = firstOrder - 1;
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
    public static Cloud create(String region, LongSupplier millis, TaskDurations times, long seed, int count) {
        var factory = new InstanceFactory(seed, zones(region).get(0), 0);
        var cloud = new Cloud(region, millis, times, factory, FIRST_TASK, FIRST_ORDER);
        var made = new LinkedHashMap<String, EmulatedInstance>();
        while (made.size() < count) {
            var instance = factory.createInitial();
            made.putIfAbsent(instance.id(), instance);
        }
        cloud.instances.addAll(made.values());
        return cloud;
    }

    /** The region as it was once; time stood still since then. */
    static Cloud restore(RegionSnapshot snapshot, LongSupplier millis, TaskDurations times, long seed) {
        var factory = new InstanceFactory(seed, zones(snapshot.region()).get(0), snapshot.createdCount());
        var first = snapshot.tasks().stream()
                .mapToLong(EmulatedTask::id)
                .findFirst()
                .orElse(snapshot.nextTaskId());
        var cloud = new Cloud(snapshot.region(), millis, times, factory, first, snapshot.lastOrderId() + 1);
        cloud.restoreState(snapshot);
        return cloud;
    }

    private synchronized void restoreState(RegionSnapshot snapshot) {
        var pause = new TimeShift(snapshot.takenAt(), now() - snapshot.takenAt());
        var resumed = snapshot.instances().stream().map(pause::apply).toList();
        instances.addAll(resumed);
        resumed.forEach(this::scheduleTimer);
        snapshot.tasks().forEach(task -> tasks.add(task.shiftedBy(pause)));
        snapshot.orders().forEach(order -> orders.add(order.id(), order.shiftedBy(pause)));
        snapshot.backups().forEach(backup -> backups.add(backup.task().id(), backup.shiftedBy(pause)));
        snapshot.resources().forEach(this::put);
        snapshot.pendingOutcomes().forEach(timelines::setNextOutcome);
        snapshot.acceptedCounts().forEach(acceptedCounts::restore);
    }

    @SuppressWarnings("unchecked") // of its own class
    private <R extends CloudResource> void put(R resource) {
        resources((Class<R>) resource.getClass()).put(resource);
    }

    /** All that there is at this moment. */
    public synchronized RegionSnapshot snapshot() {
        processDueTimers();
        return new RegionSnapshot(
                region,
                now(),
                factory.createdCount(),
                tasks.nextId(),
                lastOrder,
                instances.oldestFirst(),
                tasks.all(),
                orders.oldestFirst(),
                backups.oldestFirst(),
                resources.values().stream()
                        .<CloudResource>flatMap(kind -> kind.all().stream())
                        .toList(),
                timelines.pendingOutcomes(),
                acceptedCounts.all());
    }

    /** The id of the region. */
    public String region() {
        return region;
    }

    /** The numbers of its zones. */
    public List<Integer> zones() {
        return zones(region);
    }

    private static List<Integer> zones(String region) {
        return RegionInfo.of(region).map(RegionInfo::zones).orElseThrow();
    }

    /** The number of the region, or 0 if the document gives it none. */
    public int regionNumber() {
        return RegionInfo.of(region).map(RegionInfo::number).orElse(0);
    }

    /** The present time, in milliseconds since 1970. */
    public long now() {
        return millis.getAsLong();
    }

    /** All instances, the newest first; of equally old ones the one with the greater id first. */
    public List<EmulatedInstance> newestFirst() {
        processDueTimers();
        return instances.newestFirst();
    }

    /** All instances, in just the opposite order. */
    public List<EmulatedInstance> oldestFirst() {
        processDueTimers();
        return instances.oldestFirst();
    }

    /** How many instances there are. */
    public int size() {
        processDueTimers();
        return instances.size();
    }

    /** The instance with that id. */
    public Optional<EmulatedInstance> instance(String id) {
        processDueTimers();
        return instances.find(id);
    }

    /** The tasks that began in that time, both ends included, the newest first. */
    public Stream<EmulatedTask> tasks(long from, long to) {
        return tasks.startedBetween(from, to);
    }

    /** The same for one instance. */
    public Stream<EmulatedTask> tasks(String instanceId, long from, long to) {
        return tasks.startedBetween(instanceId, from, to);
    }

    /** The task with that id. */
    public Optional<EmulatedTask> task(long id) {
        return tasks.find(id);
    }

    /** The order with that id. */
    public Optional<Order> order(long id) {
        return orders.find(id);
    }

    /** The orders, the newest first. */
    public Stream<Order> orders() {
        return orders.newestFirst();
    }

    /** The backups, the newest first, those in the making included. */
    public Stream<ManualBackup> backups() {
        return backups.newestFirst();
    }

    /** The backup that this task makes. */
    public Optional<ManualBackup> backup(long taskId) {
        return backups.find(taskId);
    }

    /** What there is of one kind of resource. */
    @SuppressWarnings("unchecked") // the key is the class
    public <R extends CloudResource> ResourceStore<R> resources(Class<R> kind) {
        return (ResourceStore<R>) resources.computeIfAbsent(kind, any -> new ResourceStore<R>());
    }

    /** How often the work of an action was accepted for an instance. */
    public int acceptedCount(String action, String instanceId) {
        return acceptedCounts.count(action, instanceId);
    }

    /**
     * Says what becomes of the next work on an instance; the latest word counts.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public synchronized void setNextTaskOutcome(String instanceId, TaskOutcome fate) {
        requireInstance(instanceId);
        timelines.setNextOutcome(instanceId, fate);
    }

    /** Says what becomes of the next order of new instances, all of which share it; the latest word counts. */
    public synchronized void setNextCreationOutcome(TaskOutcome fate) {
        timelines.setNextOutcome(TaskTimelineFactory.NEW_INSTANCES, fate);
    }

    /** Makes a running instance out of nothing. */
    public synchronized EmulatedInstance addInstance() {
        var instance = factory.createRunning(now());
        return add(instance) ? instance : addInstance();
    }

    /**
     * Takes an instance away at once, whatever is being done to it.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public synchronized void removeInstance(String id) {
        requireInstance(id);
        deleteInstance(id);
    }

    /**
     * Changes something about an instance at once, whatever is being done to it. Empty when it has gone.
     *
     * @param effect what it makes of the instance; must be quick
     */
    public synchronized Optional<EmulatedInstance> updateInstance(String id, UnaryOperator<InstanceState> effect) {
        var altered = instance(id).map(found -> found.updated(effect));
        altered.ifPresent(this::put);
        return altered;
    }

    /** Looks and changes in one step, so that nobody comes between; the step must be quick. */
    public synchronized <T> T atomically(Supplier<T> step) {
        return step.get();
    }

    /** Begins work on the first of these instances, which locks them all; empty when one is locked. */
    public synchronized Optional<EmulatedTask> startTask(TaskDefinition job, List<EmulatedInstance> targets) {
        return unlockedInstances(targets)
                .map(free -> beginTask(job, free, timelines.start(first(free).id(), now())));
    }

    /** Begins work on each of these instances; empty when one is locked. */
    public synchronized Optional<List<EmulatedTask>> startTaskForEach(
            TaskDefinition job, List<EmulatedInstance> targets) {
        return unlockedInstances(targets)
                .map(free -> free.stream()
                        .map(target -> beginTask(job, List.of(target), timelines.start(target.id(), now())))
                        .toList());
    }

    /** Begins a backup; empty when the instance is locked. */
    public synchronized Optional<EmulatedTask> startBackup(
            TaskDefinition job, EmulatedInstance target, String remark, int days) {
        var task = startTask(job, List.of(target));
        task.ifPresent(work -> backups.add(work.id(), new ManualBackup(work, remark, days)));
        return task;
    }

    /** Orders work on an instance; empty when it is locked. */
    public synchronized Optional<Order> placeOrder(TaskDefinition job, EmulatedInstance target, long cents) {
        return unlockedInstances(List.of(target)).map(free -> {
            var course = timelines.start(target.id(), now());
            beginTask(job, free, timelines.afterOrder(course), lastOrder + 1);
            return registerOrder(placeOrder(course.endingNotBefore(job.switchNotBefore()), free, cents));
        });
    }

    /** The same, but nobody who looks the order up finds it. */
    public synchronized Optional<Order> placeUnlistedOrder(TaskDefinition job, EmulatedInstance target) {
        return unlockedInstances(List.of(target)).map(free -> {
            var course = timelines.start(target.id(), now());
            beginTask(job, free, timelines.afterOrder(course));
            return placeOrder(course, free, 0);
        });
    }

    /** Orders something that does not touch the instance; empty when it is locked. */
    public synchronized Optional<Order> placeOrderWithoutTask(String action, EmulatedInstance target, long cents) {
        return unlockedInstances(List.of(target)).map(free -> {
            acceptedCounts.increment(action, target.id());
            return registerOrder(placeOrder(timelines.start(now()), free, cents));
        });
    }

    /** Orders new instances, which a task each makes; empty when there is no room. */
    public synchronized Optional<Order> placeCreationOrder(
            TaskDefinition job, InstanceSpec wanted, int count, long cents) {
        processDueTimers();
        if (count > MAX_INSTANCES - instances.size()) {
            return Optional.empty();
        }
        var course = timelines.start(TaskTimelineFactory.NEW_INSTANCES, now());
        var made = new ArrayList<EmulatedInstance>();
        while (made.size() < count) {
            var instance = factory.createNew(wanted, now());
            if (add(instance)) {
                made.add(instance);
            }
        }
        var work = timelines.afterOrder(course);
        made.forEach(instance -> beginTask(job, List.of(instance), work));
        return Optional.of(registerOrder(placeOrder(course, made, cents)));
    }

    /**
     * Switches an instance over at once whose work only waits for the maintenance window; false when nothing waits.
     *
     * @param id the id of an instance, which may have gone
     */
    public synchronized boolean switchOver(String id) {
        var now = now();
        var waiting = instance(id)
                .filter(found -> found.isBusyAt(now)
                        && found.state().feature(PendingSwitch.NONE).isReadyAt(now));
        waiting.ifPresent(found -> {
            var pending = found.state().feature(PendingSwitch.NONE);
            put(found.completedAt(now));
            tasks.find(pending.taskId()).ifPresent(task -> tasks.replace(task.endingAt(now)));
            orders.find(pending.orderId()).ifPresent(order -> orders.replace(order.id(), order.endingAt(now)));
        });
        return waiting.isPresent();
    }

    private EmulatedTask beginTask(TaskDefinition job, List<EmulatedInstance> targets, TaskTimeline work) {
        return beginTask(job, targets, work, 0);
    }

    private EmulatedTask beginTask(TaskDefinition job, List<EmulatedInstance> targets, TaskTimeline work, long order) {
        var course = work.endingNotBefore(job.switchNotBefore());
        var task = new EmulatedTask(tasks.nextId(), job.kind(), first(targets), course);
        targets.forEach(target -> applyChange(job, target, course));
        if (course.ends() > work.ends()) {
            var pending = new PendingSwitch(work.ends(), task.id(), order);
            targets.forEach(target -> instance(target.id())
                    .map(found -> found.withPendingSwitch(pending))
                    .ifPresent(this::put));
        }
        tasks.add(task);
        acceptedCounts.increment(job.action(), task.instance().id());
        return task;
    }

    private void applyChange(TaskDefinition job, EmulatedInstance target, TaskTimeline course) {
        var now = course.started();
        var before = target.stateAt(now);
        var effect = course.hasNoEffect() ? before : job.effect().apply(before);
        var after = SizeHistory.recordChange(
                before, Lifecycle.stateAfterTask(before, effect, course.ends()), course.ends());
        put(target.withChange(new StateChange(course.runningSince(), course.ends(), after), now));
    }

    private Order placeOrder(TaskTimeline course, List<EmulatedInstance> targets, long cents) {
        var ids = targets.stream().map(EmulatedInstance::id).toList();
        return new Order(++lastOrder, course, first(targets).state().placement().zoneId(), ids, cents);
    }

    private Order registerOrder(Order order) {
        orders.add(order.id(), order);
        return order;
    }

    /** These instances as they are now; empty when one is locked or has gone. */
    private Optional<List<EmulatedInstance>> unlockedInstances(List<EmulatedInstance> targets) {
        var now = now();
        var free = targets.stream()
                .map(target -> instance(target.id()))
                .flatMap(Optional::stream)
                .filter(instance -> !instance.isBusyAt(now))
                .toList();
        return free.size() == targets.size() ? Optional.of(free) : Optional.empty();
    }

    /** Lets happen what has come due of its own accord. */
    private void processDueTimers() {
        if (now() >= nextTimerMillis) {
            fireDueTimers();
        }
    }

    private synchronized void fireDueTimers() {
        var now = now();
        for (var due = timers.dueAt(now); due.isPresent(); due = timers.dueAt(now)) {
            var id = due.get();
            instances
                    .find(id)
                    .flatMap(instance -> Lifecycle.advance(instance, now))
                    .ifPresentOrElse(this::put, () -> deleteInstance(id));
        }
    }

    private void put(EmulatedInstance instance) {
        instances.replace(instance);
        scheduleTimer(instance);
    }

    private void scheduleTimer(EmulatedInstance instance) {
        scheduleTimer(instance.id(), Lifecycle.nextTransitionMillis(instance));
    }

    private void deleteInstance(String id) {
        instances.remove(id);
        timelines.removeOutcome(id);
        scheduleTimer(id, TaskTimeline.NEVER);
    }

    private void scheduleTimer(String id, long when) {
        timers.set(id, when);
        nextTimerMillis = timers.next();
    }

    private boolean add(EmulatedInstance instance) {
        if (instances.size() >= MAX_INSTANCES) {
            throw new IllegalStateException("there is room for " + MAX_INSTANCES + " instances");
        }
        var isNew = instances.find(instance.id()).isEmpty();
        if (isNew) {
            instances.add(instance);
            scheduleTimer(instance);
        }
        return isNew;
    }

    private void requireInstance(String id) {
        if (instance(id).isEmpty()) {
            throw new IllegalArgumentException("there is no instance '" + id + "' in " + region);
        }
    }

    private static EmulatedInstance first(List<EmulatedInstance> targets) {
        return targets.get(0);
    }
}
