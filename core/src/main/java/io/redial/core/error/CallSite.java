package io.redial.core.error;

/**
 * Which call an error belongs to.
 *
 * @param action the action, for example {@code UpgradeInstance}
 * @param region the region that was asked for
 * @param host the host that was called
 */
public record CallSite(String action, String region, String host) {

    /** {@code UpgradeInstance in ap-guangzhou}. */
    @Override
    public String toString() {
        return action + " in " + region;
    }
}
