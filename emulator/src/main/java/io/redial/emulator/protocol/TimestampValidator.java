package io.redial.emulator.protocol;

import java.util.function.LongSupplier;

/** Whether a request was signed lately. */
public final class TimestampValidator {
    private final int toleranceSeconds;
    private final LongSupplier millis;

    /**
     * A tolerance around a clock.
     *
     * @param toleranceSeconds how far the time of a request may be off the server's clock
     * @param millis the server's clock, in milliseconds since 1970
     */
    public TimestampValidator(int toleranceSeconds, LongSupplier millis) {
        this.toleranceSeconds = toleranceSeconds;
        this.millis = millis;
    }

    /**
     * Reads the time of a request.
     *
     * @return seconds since 1970
     * @throws ApiError {@code AuthFailure.SignatureExpire} if it is too far off
     */
    public long validate(String text, IncomingRequest arrival) {
        if (!text.matches("\\d{1,12}")) {
            throw new ApiError("InvalidParameterValue", "The common parameter `Timestamp` is not a UNIX timestamp.");
        }
        var timestamp = Long.parseLong(text);
        validate(timestamp, arrival);
        return timestamp;
    }

    /**
     * Checks the time of a request.
     *
     * @param timestamp seconds since 1970
     * @throws ApiError {@code AuthFailure.SignatureExpire} if it is too far off
     */
    public void validate(long timestamp, IncomingRequest arrival) {
        var here = nowMillis() + arrival.clockOffset().toMillis();
        if (Math.abs(Math.floorDiv(here, 1000L) - timestamp) > toleranceSeconds) {
            throw new ApiError(
                    "AuthFailure.SignatureExpire",
                    "The signature has expired: the timestamp is more than " + toleranceSeconds
                            + " seconds off the server's clock.");
        }
    }

    /** A memory that outlasts every request that is punctual now. */
    public NonceCache newNonceCache() {
        return new NonceCache(2_000L * toleranceSeconds);
    }

    /** The server's clock, in milliseconds since 1970. */
    public long nowMillis() {
        return millis.getAsLong();
    }
}
