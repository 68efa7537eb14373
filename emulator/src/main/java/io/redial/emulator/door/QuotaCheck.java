package io.redial.emulator.door;

import io.redial.emulator.quota.Quotas;

/** Counts the requests of an account. */
public final class QuotaCheck {
    private final Quotas quotas;
    private final AccessKey key;

    /** Counts the requests of that key. */
    public QuotaCheck(Quotas quotas, AccessKey key) {
        this.quotas = quotas;
        this.key = key;
    }

    /**
     * Counts one request.
     *
     * @param action the name that it is counted by
     * @param host the host that was called
     * @throws Refusal {@link Refusal#QUOTA} if it exceeds the quota
     */
    public void spend(String action, String host) {
        var limit = quotas.exceeded(action, host, key.id());
        if (limit > 0) {
            throw new Refusal(
                    Refusal.QUOTA,
                    "Your current request times equals to `" + (limit + 1)
                            + "` in a second, which exceeds the frequency limit `" + limit
                            + "` for a second. Please reduce the frequency of calls.");
        }
    }
}
