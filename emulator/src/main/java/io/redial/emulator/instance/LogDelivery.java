package io.redial.emulator.instance;

/**
 * Where the slow log of an instance is delivered to.
 *
 * @param enabled whether it is
 * @param logsetId the id of the log set, empty if there never was one
 * @param topicId the id of the topic, empty if there never was one
 * @param region the region of the log set, empty if there never was one
 */
public record LogDelivery(boolean enabled, String logsetId, String topicId, String region) implements Feature {
    /** What every instance begins with. */
    public static final LogDelivery DEFAULT = new LogDelivery(false, "", "", "");

    /** The same, but nothing is delivered. */
    public LogDelivery disabled() {
        return new LogDelivery(false, logsetId, topicId, region);
    }
}
