package io.redial.emulator.instance;

/**
 * Where the slow log of an instance is delivered to.
 *
 * @param enabled whether it is
 * @param logset the id of the log set, empty if there never was one
 * @param topic the id of the topic, empty if there never was one
 * @param region the region of the log set, empty if there never was one
 */
public record LogDelivery(boolean enabled, String logset, String topic, String region) implements Feature {
    /** What every instance begins with. */
    public static final LogDelivery USUAL = new LogDelivery(false, "", "", "");

    /** The same, but nothing is delivered. */
    public LogDelivery off() {
        return new LogDelivery(false, logset, topic, region);
    }
}
