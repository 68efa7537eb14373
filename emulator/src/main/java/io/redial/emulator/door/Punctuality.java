package io.redial.emulator.door;

import java.util.function.LongSupplier;

/** Whether a request was signed lately. */
final class Punctuality {
    private final int toleranceSeconds;
    private final LongSupplier millis;

    Punctuality(int toleranceSeconds, LongSupplier millis) {
        this.toleranceSeconds = toleranceSeconds;
        this.millis = millis;
    }

    /** The time that the request says, in seconds since 1970, if it is near enough. */
    long check(String text) {
        if (!text.matches("\\d{1,12}")) {
            throw new Refusal("InvalidParameterValue", "The common parameter `Timestamp` is not a UNIX timestamp.");
        }
        var timestamp = Long.parseLong(text);
        if (Math.abs(Math.floorDiv(now(), 1000L) - timestamp) > toleranceSeconds) {
            throw new Refusal(
                    "AuthFailure.SignatureExpire",
                    "The signature has expired: the timestamp is more than " + toleranceSeconds
                            + " seconds off the server's clock.");
        }
        return timestamp;
    }

    /** A memory that outlasts every request that is punctual now. */
    Nonces nonces() {
        return new Nonces(2_000L * toleranceSeconds);
    }

    long now() {
        return millis.getAsLong();
    }
}
