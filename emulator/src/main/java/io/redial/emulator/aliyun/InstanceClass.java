package io.redial.emulator.aliyun;

import io.redial.emulator.instance.Memory;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A size by its name: {@code redis.master.small.default} is an instance of 1 GB, and
 * {@code redis.logic.sharding.2g.4db.0rodb.4proxy.default} one of four shards of 2 GB. Sizes between those on sale, which
 * come from the other APIs, are called like {@code redis.master.3g.default}.
 *
 * @param cluster whether it has shards
 * @param gigabytes the size of a shard
 * @param shards how many shards it has, 1 without
 */
record InstanceClass(boolean cluster, int gigabytes, int shards) {
    private static final Map<String, Integer> GIGABYTES =
            Map.of("small", 1, "mid", 2, "stand", 4, "large", 8, "2xlarge", 16, "4xlarge", 32, "8xlarge", 64);
    private static final Map<Integer, String> NAMES =
            GIGABYTES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Pattern MASTER = Pattern.compile("redis\\.master\\.([a-z0-9]{1,9})\\.default");
    private static final Pattern SHARDING = Pattern.compile(
            "redis\\.logic\\.sharding\\.([1-9]\\d?)g\\.([1-9]\\d{0,2})db\\.0rodb\\.[1-9]\\d{0,2}proxy\\.default");
    private static final Pattern CUSTOM_SIZE = Pattern.compile("([1-9]\\d?)g");
    private static final int MAX_GIGABYTES = 64;
    private static final int MAX_SHARDS = 128;
    private static final int MB = 1024;

    static InstanceClass of(Memory memory, boolean cluster) {
        return new InstanceClass(cluster, memory.shardMb() / MB, memory.shards());
    }

    /** Empty if there is no such class. */
    static Optional<InstanceClass> parse(String name) {
        var sharding = SHARDING.matcher(name);
        if (sharding.matches()) {
            var found =
                    new InstanceClass(true, Integer.parseInt(sharding.group(1)), Integer.parseInt(sharding.group(2)));
            return Optional.of(found).filter(InstanceClass::isOnSale);
        }
        var master = MASTER.matcher(name);
        return master.matches()
                ? parseGigabytes(master.group(1))
                        .map(size -> new InstanceClass(false, size, 1))
                        .filter(InstanceClass::isOnSale)
                : Optional.empty();
    }

    private static Optional<Integer> parseGigabytes(String name) {
        var between = CUSTOM_SIZE.matcher(name);
        return between.matches()
                ? Optional.of(Integer.valueOf(between.group(1)))
                : Optional.ofNullable(GIGABYTES.get(name));
    }

    private boolean isOnSale() {
        return gigabytes <= MAX_GIGABYTES && shards <= MAX_SHARDS;
    }

    String name() {
        return cluster
                ? "redis.logic.sharding." + gigabytes + "g." + shards + "db.0rodb." + shards + "proxy.default"
                : "redis.master." + NAMES.getOrDefault(gigabytes, gigabytes + "g") + ".default";
    }

    /** The same instance in this size. */
    Memory resized(Memory before) {
        return before.resized(gigabytes * MB, shards, before.replicas());
    }
}
