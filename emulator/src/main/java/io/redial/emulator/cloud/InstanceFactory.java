package io.redial.emulator.cloud;

import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.instance.InstanceMetadata;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.Placement;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Makes instances out of a seed: the same seed makes the same instances. Callers must take turns. */
final class InstanceFactory {
    /** 2024-01-01 00:00:00 UTC: fixed, so that creation times depend on the seed alone. */
    private static final long FIRST_CREATED = 1_704_067_200_000L;

    private static final int CREATED_WITHIN_DAYS = 600;
    /** Odd and irregular, so that neighbours have nothing in common. */
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private static final int NETWORKS = 5;
    private static final int PROJECTS = 3;
    private static final List<String> NAMES =
            List.of("billing", "cart", "catalog", "feed", "orders", "profile", "ranking", "search", "session", "stock");
    private static final List<String> ENVIRONMENTS = List.of("production", "staging", "test");
    private static final List<Integer> TYPES = List.of(6, 7, 8, 9, 15, 16, 17, 18);
    private static final List<Integer> SHARD_MB = List.of(1024, 2048, 4096, 8192);
    private static final List<Integer> SHARDS = List.of(3, 5, 8);

    private final long seed;
    private final int firstZone;
    private int createdCount;
    private RandomGenerator random;

    /**
     * Makes the next instance.
     *
     * @param made how many were made before
     */
    InstanceFactory(long seed, int firstZone, int made) {
        this.seed = seed;
        this.firstZone = firstZone;
        this.createdCount = made;
        this.random = new SplittableRandom(seed);
    }

    /** How many were made. */
    int createdCount() {
        return createdCount;
    }

    /** One of the instances that are there at first. */
    EmulatedInstance createInitial() {
        reseed();
        var id = id();
        var name = pick(NAMES) + "-%04d".formatted(createdCount);
        int type = pick(TYPES);
        var created = FIRST_CREATED
                + TimeUnit.SECONDS.toMillis(random.nextInt((int) TimeUnit.DAYS.toSeconds(CREATED_WITHIN_DAYS)));
        var place = place();
        var address = address();
        var projectId = random.nextInt(PROJECTS);
        var label = new InstanceMetadata(name, projectId, pick(ENVIRONMENTS));
        var state = new InstanceState(
                LifecycleState.RUNNING, type, label, place, address, memory(InstanceState.isCluster(type)), Map.of());
        return EmulatedInstance.idle(id, created, state);
    }

    /** An instance that runs from now on. */
    EmulatedInstance createRunning(long now) {
        var like = createInitial();
        return EmulatedInstance.idle(like.id(), now, like.state());
    }

    /** An instance that has to be made yet. */
    EmulatedInstance createNew(InstanceSpec wanted, long now) {
        reseed();
        var id = id();
        var place = new Placement(wanted.zoneId().orElse(zone()), false);
        var label = new InstanceMetadata(wanted.name().orElse(id), wanted.projectId(), pick(ENVIRONMENTS));
        var state = new InstanceState(
                LifecycleState.NEW, wanted.type(), label, place, address(), wanted.memory(), Map.of());
        return EmulatedInstance.idle(id, now, wanted.customizer().apply(state));
    }

    /** Each instance has a chance of its own, so that the number of those before it is all there is to know. */
    private void reseed() {
        random = new SplittableRandom(seed + ++createdCount * STEP);
    }

    private String id() {
        return "crs-" + IdGenerator.suffix(random);
    }

    private int zone() {
        return firstZone + random.nextInt(3);
    }

    private Placement place() {
        return new Placement(zone(), random.nextInt(4) == 0);
    }

    private Address address() {
        var network = random.nextInt(NETWORKS) + 1;
        var subnet = (network + (createdCount >> 16) * NETWORKS) & 255;
        var ip = "10." + subnet + "." + ((createdCount >> 8) & 255) + "." + (createdCount & 255);
        return new Address(network, ip, Address.DEFAULT_PORT);
    }

    private Memory memory(boolean cluster) {
        int shardMb = pick(SHARD_MB);
        int shards = cluster ? pick(SHARDS) : 1;
        return new Memory(shardMb, shards, random.nextInt(2) + 1, shardMb * (random.nextInt(50) + 10) / 100);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
