package io.redial.emulator.door;

import java.util.function.LongSupplier;

/** Whether a request was signed lately. */
public final class Punctuality {
    private final int toleranceSeconds;
    private final LongSupplier millis;

    /**
     * A tolerance around a clock.
     *
     * @param toleranceSeconds how far the time of a request may be off the server's clock
     * @param millis the server's clock, in milliseconds since 1970
     */
    public Punctuality(int toleranceSeconds, LongSupplier millis) {
        this.toleranceSeconds = toleranceSeconds;
        this.millis = millis;
    }

    /**
     * Reads the time of a request.
     *
     * @return seconds since 1970
     * @throws Refusal {@code AuthFailure.SignatureExpire} if it is too far off
     */
    public long check(String text, Arrival arrival) {
        if (!text.matches("\\d{1,12}")) {
            throw new Refusal("InvalidParameterValue", "The common parameter `Timestamp` is not a UNIX timestamp.");
        }
        var timestamp = Long.parseLong(text);
        check(timestamp, arrival);
        return timestamp;
    }

    /**
     * Checks the time of a request.
     *
     * @param timestamp seconds since 1970
     * @throws Refusal {@code AuthFailure.SignatureExpire} if it is too far off
     */
    public void check(long timestamp, Arrival arrival) {
        var here = now() + arrival.clockAhead().toMillis();
        if (Math.abs(Math.floorDiv(here, 1000L) - timestamp) > toleranceSeconds) {
            throw new Refusal(
                    "AuthFailure.SignatureExpire",
                    "The signature has expired: the timestamp is more than " + toleranceSeconds
                            + " seconds off the server's clock.");
        }
    }

    /** A memory that outlasts every request that is punctual now. */
    public Nonces nonces() {
        return new Nonces(2_000L * toleranceSeconds);
    }

    /** The server's clock, in milliseconds since 1970. */
    public long now() {
        return millis.getAsLong();
    }
}
