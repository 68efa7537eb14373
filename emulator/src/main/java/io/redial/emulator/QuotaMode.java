package io.redial.emulator;

import io.redial.emulator.quota.QuotaCounter;
import java.time.Duration;
import java.util.function.Supplier;

/** How the cloud counts requests. Nobody has published which of them the real one uses. */
public enum QuotaMode {
    /** At most the documented number in any second, wherever it begins. */
    SLIDING,
    /** At most the documented number in each second of the clock, so up to twice that around its turn. */
    FIXED,
    /** A bucket that holds the documented number and fills evenly, so up to twice that in the first second. */
    BUCKET,
    /** No limit. */
    OFF;

    Supplier<QuotaCounter> counters(Duration period) {
        var nanos = period.toNanos();
        return switch (this) {
            case SLIDING -> QuotaCounter.sliding(nanos);
            case FIXED -> QuotaCounter.fixed(nanos);
            case BUCKET -> QuotaCounter.bucket(nanos);
            case OFF -> QuotaCounter.off();
        };
    }
}
