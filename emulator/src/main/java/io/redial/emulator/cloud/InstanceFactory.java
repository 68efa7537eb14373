package io.redial.emulator.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Makes instances out of a seed: the same seed makes the same instances. */
final class InstanceFactory {
    /** 2024-01-01 00:00:00 UTC: fixed, so that creation times depend on the seed alone. */
    private static final long FIRST_CREATED = 1_704_067_200_000L;

    private static final int CREATED_WITHIN_DAYS = 600;
    private static final int NETWORKS = 5;
    private static final int PROJECTS = 3;
    private static final List<String> NAMES =
            List.of("billing", "cart", "catalog", "feed", "orders", "profile", "ranking", "search", "session", "stock");
    private static final List<String> ENVIRONMENTS = List.of("production", "staging", "test");
    private static final List<Integer> TYPES = List.of(6, 7, 8, 9, 15, 16, 17, 18);
    private static final List<Integer> SHARD_MB = List.of(1024, 2048, 4096, 8192);
    private static final List<Integer> SHARDS = List.of(3, 5, 8);

    private final Random random;
    private final int firstZone;

    InstanceFactory(long seed, int firstZone) {
        this.random = new Random(seed);
        this.firstZone = firstZone;
    }

    Map<String, Instance> make(int count) {
        var instances = new LinkedHashMap<String, Instance>();
        while (instances.size() < count) {
            var instance = one(instances.size());
            instances.putIfAbsent(instance.id(), instance);
        }
        return instances;
    }

    private Instance one(int index) {
        var id = "crs-" + Ids.letters(random);
        var name = pick(NAMES) + "-%04d".formatted(index);
        int type = pick(TYPES);
        var created = FIRST_CREATED
                + TimeUnit.SECONDS.toMillis(random.nextInt((int) TimeUnit.DAYS.toSeconds(CREATED_WITHIN_DAYS)));
        var place = place(index);
        var projectId = random.nextInt(PROJECTS);
        var environment = pick(ENVIRONMENTS);
        var memory = memory(Instance.isCluster(type));
        return new Instance(id, name, type, place, created, projectId, environment, memory, null);
    }

    private Place place(int index) {
        var zone = firstZone + random.nextInt(3);
        var network = random.nextInt(NETWORKS) + 1;
        return new Place(
                zone, random.nextInt(4) == 0, network, "10." + network + "." + (index >> 8) + "." + (index & 255));
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
