package io.redial.emulator.instance;

import org.jspecify.annotations.Nullable;

/**
 * The versions of the software of an instance that somebody chose.
 *
 * @param proxy that of its proxies, or null for what it came with
 * @param redis the minor one of its engine, or null for what it came with
 */
public record SoftwareVersions(
        @Nullable String proxy, @Nullable String redis) implements Feature {
    /** What every instance begins with. */
    public static final SoftwareVersions DEFAULT = new SoftwareVersions(null, null);

    private static final String NEWEST_PROXY = "5.8.0";
    private static final String OLDER_PROXY = "5.5.0";
    private static final int NEWEST_PATCH = 3;

    /** The version of the proxies of an instance. */
    public static String proxy(String id, InstanceState state) {
        var chosen = state.feature(DEFAULT).proxy;
        return chosen == null ? (id.hashCode() & 3) == 0 ? OLDER_PROXY : NEWEST_PROXY : chosen;
    }

    /** The minor version of the engine of an instance. */
    public static String redis(String id, InstanceState state) {
        var chosen = state.feature(DEFAULT).redis;
        return chosen == null ? state.version() + "." + (id.hashCode() >> 2 & NEWEST_PATCH) : chosen;
    }

    /** What the proxies of an instance can be upgraded to; empty if there is nothing newer. */
    public static String newerProxy(String id, InstanceState state) {
        return proxy(id, state).equals(OLDER_PROXY) ? NEWEST_PROXY : "";
    }

    /** What the engine of an instance can be upgraded to; empty if there is nothing newer. */
    public static String newerRedis(String id, InstanceState state) {
        var newest = state.version() + "." + NEWEST_PATCH;
        var present = redis(id, state);
        return present.startsWith(state.version() + ".") && present.compareTo(newest) < 0 ? newest : "";
    }

    /** The same with other proxies. */
    public SoftwareVersions withProxy(String other) {
        return new SoftwareVersions(other, redis);
    }

    /** The same with another engine; null for what comes with the instance. */
    public SoftwareVersions withRedis(@Nullable String other) {
        return new SoftwareVersions(proxy, other);
    }
}
