package io.redial.emulator.cloud;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the account has in each region. One of them is home to the instances that are there at first. */
public final class Regions {
    private final String home;
    private final LongSupplier millis;
    private final WorkTimes times;
    private final long seed;
    private final int instances;
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
    public Regions(String home, LongSupplier millis, WorkTimes times, long seed, int instances) {
        this.home = home;
        this.millis = millis;
        this.times = times;
        this.seed = seed;
        this.instances = instances;
        this.clouds = atFirst();
    }

    /** The region with that id. */
    public Cloud of(String id) {
        return clouds.computeIfAbsent(id, this::atFirst);
    }

    /** The region that has the instances at first. */
    public Cloud home() {
        return of(home);
    }

    /** The regions that somebody has asked for, the one that has the instances at first before all others. */
    public Stream<Cloud> all() {
        return Stream.concat(
                Stream.of(home()),
                clouds.values().stream().filter(cloud -> !cloud.region().equals(home)));
    }

    /** Makes everything as it was at first. Work that is going on is forgotten. */
    public void reset() {
        clouds = atFirst();
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
                        snapshot -> Cloud.restore(snapshot, millis, times, seedOf(snapshot.region())))));
    }

    private Map<String, Cloud> atFirst() {
        var first = new ConcurrentHashMap<String, Cloud>();
        first.put(home, atFirst(home));
        return first;
    }

    private Cloud atFirst(String id) {
        return Cloud.create(id, millis, times, seedOf(id), id.equals(home) ? instances : 0);
    }

    private long seedOf(String id) {
        return id.equals(home) ? seed : seed + id.hashCode();
    }
}
