package io.redial.emulator.instance;

/**
 * The dedicated cluster on which an instance stands.
 *
 * @param clusterId its id; empty for an instance among those of others
 */
public record DedicatedCluster(String clusterId) implements Feature {
    /** Among those of others. */
    public static final DedicatedCluster NONE = new DedicatedCluster("");

    /** The edition of the product, as the API calls it. */
    public String edition() {
        return clusterId.isEmpty() ? "local" : "cdc";
    }
}
