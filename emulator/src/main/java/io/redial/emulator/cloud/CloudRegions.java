package io.redial.emulator.cloud;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the account has in each region. One of them is home to the instances that are there at first. */
public final class CloudRegions {
    private final String defaultRegionId;
    private final LongSupplier millis;
    private final TaskDurations durations;
    private final long seed;
    private final int instanceCount;
    private volatile Map<String, Cloud> clouds;

    /**
     * Regions of which only one has instances.
     *
     * @param home its id
     * @param millis the clock, in milliseconds since 1970
     * @param times draws how long work takes
     * @param seed what the instances are made out of
     * @param instances how many there are
     */
    public CloudRegions(String home, LongSupplier millis, TaskDurations times, long seed, int instances) {
        this.defaultRegionId = home;
        this.millis = millis;
        this.durations = times;
        this.seed = seed;
        this.instanceCount = instances;
        this.clouds = initialState();
    }

    /** The region with that id. */
    public Cloud of(String id) {
        return clouds.computeIfAbsent(id, this::initialState);
    }

    /** The region that has the instances at first. */
    public Cloud defaultRegion() {
        return of(defaultRegionId);
    }

    /** The regions that somebody has asked for, the one that has the instances at first before all others. */
    public Stream<Cloud> all() {
        return Stream.concat(
                Stream.of(defaultRegion()),
                clouds.values().stream().filter(cloud -> !cloud.region().equals(defaultRegionId)));
    }

    /** Makes everything as it was at first. Work that is going on is forgotten. */
    public void reset() {
        clouds = initialState();
    }

    /** Everything that there is now. */
    public List<RegionSnapshot> snapshot() {
        return clouds.values().stream().map(Cloud::snapshot).toList();
    }

    /**
     * Makes everything as it was once, also in another process. Time stood still in between: work that was going on goes on
     * from where it was.
     */
    public void restore(List<RegionSnapshot> snapshots) {
        clouds = new ConcurrentHashMap<>(snapshots.stream()
                .collect(Collectors.toMap(
                        RegionSnapshot::region,
                        snapshot -> Cloud.restore(snapshot, millis, durations, seedOf(snapshot.region())))));
    }

    private Map<String, Cloud> initialState() {
        var first = new ConcurrentHashMap<String, Cloud>();
        first.put(defaultRegionId, initialState(defaultRegionId));
        return first;
    }

    private Cloud initialState(String id) {
        return Cloud.create(id, millis, durations, seedOf(id), id.equals(defaultRegionId) ? instanceCount : 0);
    }

    private long seedOf(String id) {
        return id.equals(defaultRegionId) ? seed : seed + id.hashCode();
    }
}
