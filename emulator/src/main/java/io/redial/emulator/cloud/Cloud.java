package io.redial.emulator.cloud;

import io.redial.emulator.instance.Change;
import io.redial.emulator.instance.FormerSizes;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.PendingSwitch;
import io.redial.emulator.instance.State;
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
    private final Courses courses;
    private final InstanceFactory factory;
    private final Instances instances = new Instances();
    private final TaskLedger tasks;
    private final Ledger<Order> orders = new Ledger<>();
    private final Ledger<Backup> backups = new Ledger<>();
    private final Map<Class<?>, Resources<?>> resources = new ConcurrentHashMap<>();
    private final WorkCounts counts = new WorkCounts();
    private final Alarms alarms = new Alarms();
    private volatile long nextAlarm = Course.NEVER;
    private long lastOrder;

    private Cloud(
            String region,
            LongSupplier millis,
            WorkTimes times,
            InstanceFactory factory,
            long firstTask,
            long firstOrder) {
        this.region = region;
        this.millis = millis;
        this.courses = new Courses(times);
        this.factory = factory;
        this.tasks = new TaskLedger(firstTask);
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
    public static Cloud create(String region, LongSupplier millis, WorkTimes times, long seed, int count) {
        var factory = new InstanceFactory(seed, zones(region).get(0), 0);
        var cloud = new Cloud(region, millis, times, factory, FIRST_TASK, FIRST_ORDER);
        var made = new LinkedHashMap<String, Instance>();
        while (made.size() < count) {
            var instance = factory.old();
            made.putIfAbsent(instance.id(), instance);
        }
        cloud.instances.addAll(made.values());
        return cloud;
    }

    /** The region as it was once; time stood still since then. */
    static Cloud restore(RegionSnapshot snapshot, LongSupplier millis, WorkTimes times, long seed) {
        var factory = new InstanceFactory(seed, zones(snapshot.region()).get(0), snapshot.made());
        var first = snapshot.tasks().stream().mapToLong(Task::id).findFirst().orElse(snapshot.nextTask());
        var cloud = new Cloud(snapshot.region(), millis, times, factory, first, snapshot.lastOrder() + 1);
        cloud.fill(snapshot);
        return cloud;
    }

    private synchronized void fill(RegionSnapshot snapshot) {
        var pause = new Pause(snapshot.at(), now() - snapshot.at());
        var resumed = snapshot.instances().stream().map(pause::resumed).toList();
        instances.addAll(resumed);
        resumed.forEach(this::alarm);
        snapshot.tasks().forEach(task -> tasks.add(task.resumed(pause)));
        snapshot.orders().forEach(order -> orders.add(order.id(), order.resumed(pause)));
        snapshot.backups().forEach(backup -> backups.add(backup.task().id(), backup.resumed(pause)));
        snapshot.resources().forEach(this::put);
        snapshot.fates().forEach(courses::next);
        snapshot.accepted().forEach(counts::restore);
    }

    @SuppressWarnings("unchecked") // of its own class
    private <R extends Resource> void put(R resource) {
        resources((Class<R>) resource.getClass()).put(resource);
    }

    /** All that there is at this moment. */
    public synchronized RegionSnapshot snapshot() {
        sweep();
        return new RegionSnapshot(
                region,
                now(),
                factory.made(),
                tasks.nextId(),
                lastOrder,
                instances.oldestFirst(),
                tasks.all(),
                orders.oldestFirst(),
                backups.oldestFirst(),
                resources.values().stream()
                        .<Resource>flatMap(kind -> kind.all().stream())
                        .toList(),
                courses.fates(),
                counts.all());
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
        return Region.of(region).map(Region::zones).orElseThrow();
    }

    /** The number of the region, or 0 if the document gives it none. */
    public int regionNumber() {
        return Region.of(region).map(Region::number).orElse(0);
    }

    /** The present time, in milliseconds since 1970. */
    public long now() {
        return millis.getAsLong();
    }

    /** All instances, the newest first; of equally old ones the one with the greater id first. */
    public List<Instance> newestFirst() {
        sweep();
        return instances.newestFirst();
    }

    /** All instances, in just the opposite order. */
    public List<Instance> oldestFirst() {
        sweep();
        return instances.oldestFirst();
    }

    /** How many instances there are. */
    public int size() {
        sweep();
        return instances.size();
    }

    /** The instance with that id. */
    public Optional<Instance> instance(String id) {
        sweep();
        return instances.find(id);
    }

    /** The tasks that began in that time, both ends included, the newest first. */
    public Stream<Task> tasks(long from, long to) {
        return tasks.begun(from, to);
    }

    /** The same for one instance. */
    public Stream<Task> tasks(String instanceId, long from, long to) {
        return tasks.begun(instanceId, from, to);
    }

    /** The task with that id. */
    public Optional<Task> task(long id) {
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
    public Stream<Backup> backups() {
        return backups.newestFirst();
    }

    /** The backup that this task makes. */
    public Optional<Backup> backup(long taskId) {
        return backups.find(taskId);
    }

    /** What there is of one kind of resource. */
    @SuppressWarnings("unchecked") // the key is the class
    public <R extends Resource> Resources<R> resources(Class<R> kind) {
        return (Resources<R>) resources.computeIfAbsent(kind, any -> new Resources<R>());
    }

    /** How often the work of an action was accepted for an instance. */
    public int accepted(String action, String instanceId) {
        return counts.of(action, instanceId);
    }

    /**
     * Says what becomes of the next work on an instance; the latest word counts.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public synchronized void nextTask(String instanceId, TaskFate fate) {
        known(instanceId);
        courses.next(instanceId, fate);
    }

    /** Says what becomes of the next order of new instances, all of which share it; the latest word counts. */
    public synchronized void nextCreation(TaskFate fate) {
        courses.next(Courses.NEW_INSTANCES, fate);
    }

    /** Makes a running instance out of nothing. */
    public synchronized Instance addInstance() {
        var instance = factory.running(now());
        return add(instance) ? instance : addInstance();
    }

    /**
     * Takes an instance away at once, whatever is being done to it.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public synchronized void removeInstance(String id) {
        known(id);
        drop(id);
    }

    /**
     * Changes something about an instance at once, whatever is being done to it. Empty when it has gone.
     *
     * @param effect what it makes of the instance; must be quick
     */
    public synchronized Optional<Instance> alter(String id, UnaryOperator<State> effect) {
        var altered = instance(id).map(found -> found.altered(effect));
        altered.ifPresent(this::put);
        return altered;
    }

    /** Looks and changes in one step, so that nobody comes between; the step must be quick. */
    public synchronized <T> T atOnce(Supplier<T> step) {
        return step.get();
    }

    /** Begins work on the first of these instances, which locks them all; empty when one is locked. */
    public synchronized Optional<Task> start(Job job, List<Instance> targets) {
        return free(targets)
                .map(free -> begin(job, free, courses.begin(first(free).id(), now())));
    }

    /** Begins work on each of these instances; empty when one is locked. */
    public synchronized Optional<List<Task>> startEach(Job job, List<Instance> targets) {
        return free(targets)
                .map(free -> free.stream()
                        .map(target -> begin(job, List.of(target), courses.begin(target.id(), now())))
                        .toList());
    }

    /** Begins a backup; empty when the instance is locked. */
    public synchronized Optional<Task> backUp(Job job, Instance target, String remark, int days) {
        var task = start(job, List.of(target));
        task.ifPresent(work -> backups.add(work.id(), new Backup(work, remark, days)));
        return task;
    }

    /** Orders work on an instance; empty when it is locked. */
    public synchronized Optional<Order> order(Job job, Instance target, long cents) {
        return free(List.of(target)).map(free -> {
            var course = courses.begin(target.id(), now());
            begin(job, free, courses.behind(course), lastOrder + 1);
            return listed(order(course.notBefore(job.switches()), free, cents));
        });
    }

    /** The same, but nobody who looks the order up finds it. */
    public synchronized Optional<Order> orderUnseen(Job job, Instance target) {
        return free(List.of(target)).map(free -> {
            var course = courses.begin(target.id(), now());
            begin(job, free, courses.behind(course));
            return order(course, free, 0);
        });
    }

    /** Orders something that does not touch the instance; empty when it is locked. */
    public synchronized Optional<Order> orderAside(String action, Instance target, long cents) {
        return free(List.of(target)).map(free -> {
            counts.add(action, target.id());
            return listed(order(courses.begin(now()), free, cents));
        });
    }

    /** Orders new instances, which a task each makes; empty when there is no room. */
    public synchronized Optional<Order> orderNew(Job job, Specification wanted, int count, long cents) {
        sweep();
        if (count > MAX_INSTANCES - instances.size()) {
            return Optional.empty();
        }
        var course = courses.begin(Courses.NEW_INSTANCES, now());
        var made = new ArrayList<Instance>();
        while (made.size() < count) {
            var instance = factory.fresh(wanted, now());
            if (add(instance)) {
                made.add(instance);
            }
        }
        var work = courses.behind(course);
        made.forEach(instance -> begin(job, List.of(instance), work));
        return Optional.of(listed(order(course, made, cents)));
    }

    /**
     * Switches an instance over at once whose work only waits for the maintenance window; false when nothing waits.
     *
     * @param id the id of an instance, which may have gone
     */
    public synchronized boolean switchOver(String id) {
        var now = now();
        var waiting = instance(id)
                .filter(found -> found.busyAt(now)
                        && found.state().feature(PendingSwitch.NONE).isReadyAt(now));
        waiting.ifPresent(found -> {
            var pending = found.state().feature(PendingSwitch.NONE);
            put(found.done(now));
            tasks.find(pending.task()).ifPresent(task -> tasks.replace(task.ending(now)));
            orders.find(pending.order()).ifPresent(order -> orders.replace(order.id(), order.ending(now)));
        });
        return waiting.isPresent();
    }

    private Task begin(Job job, List<Instance> targets, Course work) {
        return begin(job, targets, work, 0);
    }

    private Task begin(Job job, List<Instance> targets, Course work, long order) {
        var course = work.notBefore(job.switches());
        var task = new Task(tasks.nextId(), job.kind(), first(targets), course);
        targets.forEach(target -> change(job, target, course));
        if (course.ends() > work.ends()) {
            var pending = new PendingSwitch(work.ends(), task.id(), order);
            targets.forEach(target ->
                    instance(target.id()).map(found -> found.pending(pending)).ifPresent(this::put));
        }
        tasks.add(task);
        counts.add(job.action(), task.instance().id());
        return task;
    }

    private void change(Job job, Instance target, Course course) {
        var now = course.started();
        var before = target.stateAt(now);
        var effect = course.changesNothing() ? before : job.effect().apply(before);
        var after = FormerSizes.noted(before, Lifecycle.after(before, effect, course.ends()), course.ends());
        put(target.changing(new Change(course.runs(), course.ends(), after), now));
    }

    private Order order(Course course, List<Instance> targets, long cents) {
        var ids = targets.stream().map(Instance::id).toList();
        return new Order(++lastOrder, course, first(targets).state().place().zoneId(), ids, cents);
    }

    private Order listed(Order order) {
        orders.add(order.id(), order);
        return order;
    }

    /** These instances as they are now; empty when one is locked or has gone. */
    private Optional<List<Instance>> free(List<Instance> targets) {
        var now = now();
        var free = targets.stream()
                .map(target -> instance(target.id()))
                .flatMap(Optional::stream)
                .filter(instance -> !instance.busyAt(now))
                .toList();
        return free.size() == targets.size() ? Optional.of(free) : Optional.empty();
    }

    /** Lets happen what has come due of its own accord. */
    private void sweep() {
        if (now() >= nextAlarm) {
            pass();
        }
    }

    private synchronized void pass() {
        var now = now();
        for (var due = alarms.dueAt(now); due.isPresent(); due = alarms.dueAt(now)) {
            var id = due.get();
            instances
                    .find(id)
                    .flatMap(instance -> Lifecycle.pass(instance, now))
                    .ifPresentOrElse(this::put, () -> drop(id));
        }
    }

    private void put(Instance instance) {
        instances.replace(instance);
        alarm(instance);
    }

    private void alarm(Instance instance) {
        alarm(instance.id(), Lifecycle.due(instance));
    }

    private void drop(String id) {
        instances.remove(id);
        courses.forget(id);
        alarm(id, Course.NEVER);
    }

    private void alarm(String id, long when) {
        alarms.set(id, when);
        nextAlarm = alarms.next();
    }

    private boolean add(Instance instance) {
        if (instances.size() >= MAX_INSTANCES) {
            throw new IllegalStateException("there is room for " + MAX_INSTANCES + " instances");
        }
        var isNew = instances.find(instance.id()).isEmpty();
        if (isNew) {
            instances.add(instance);
            alarm(instance);
        }
        return isNew;
    }

    private void known(String id) {
        if (instance(id).isEmpty()) {
            throw new IllegalArgumentException("there is no instance '" + id + "' in " + region);
        }
    }

    private static Instance first(List<Instance> targets) {
        return targets.get(0);
    }
}
