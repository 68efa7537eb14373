package io.redial.emulator.instance;

import java.util.concurrent.TimeUnit;

/**
 * Since when an instance is isolated, which is how long it has been in the recycle bin.
 *
 * @param since in milliseconds since 1970; 0 if it is not isolated
 */
public record Isolation(long since) implements Feature {
    /** Not isolated. */
    public static final Isolation NONE = new Isolation(0);

    private static final long PAY_AS_YOU_GO_HOURS = 2;
    private static final long MONTHLY_DAYS = 7;

    /** When the instance is destroyed unless somebody starts it again before. */
    public long deletionTime(Billing billing) {
        return since
                + (billing.mode() == Billing.MONTHLY
                        ? TimeUnit.DAYS.toMillis(MONTHLY_DAYS)
                        : TimeUnit.HOURS.toMillis(PAY_AS_YOU_GO_HOURS));
    }
}
