package io.redial.emulator.behaviour.instances;

import java.util.SplittableRandom;

/** The ids of the nodes of an instance, the same in every answer. Node 0 was the primary at first. */
public final class NodeIds {
    private static final int FIRST = 300_000;
    private static final int INSTANCES = 100_000;
    private static final int ROOM = 8;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private NodeIds() {}

    /** The number of a node, which holds a replica of every shard. */
    public static int number(String instance, int node) {
        return FIRST + Math.floorMod(instance.hashCode(), INSTANCES) * ROOM + node;
    }

    /** The id of the process that serves a shard on a node, as Redis makes it: 40 hexadecimal digits. */
    public static String redis(String instance, int shard, int node) {
        return digits(instance.hashCode() * MIX + shard * 1024L + node);
    }

    /** The id of a proxy. */
    public static String proxy(String instance, int proxy) {
        return digits(~instance.hashCode() * MIX + proxy);
    }

    private static String digits(long seed) {
        var random = new SplittableRandom(seed);
        return "%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt());
    }
}
