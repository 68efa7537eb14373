package io.redial.emulator.handler.instances;

import java.util.SplittableRandom;

/** The ids of the processes behind an instance, as Redis makes them: 40 hexadecimal digits, always the same ones. */
public final class NodeIds {
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final long PROXIES = 1L << 40;
    private static final int NODES = 8;

    private NodeIds() {}

    /** The id of the process that serves a shard on a node. */
    public static String redis(String instance, int shard, int node) {
        return digits(instance, (long) shard * NODES + node);
    }

    /** The id of a proxy. */
    static String proxy(String instance, int proxy) {
        return digits(instance, PROXIES + proxy);
    }

    private static String digits(String instance, long what) {
        var random = new SplittableRandom((instance.hashCode() + what * MIX) ^ what);
        return "%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt());
    }
}
