package io.redial.emulator.protocol;

import io.redial.emulator.quota.ActionQuotas;

/** Counts the requests of an account. */
public final class QuotaCheck {
    private final ActionQuotas quotas;
    private final AccessKey key;

    /** Counts the requests of that key. */
    public QuotaCheck(ActionQuotas quotas, AccessKey key) {
        this.quotas = quotas;
        this.key = key;
    }

    /**
     * Counts one request.
     *
     * @param action the name that it is counted by
     * @param host the host that was called
     * @throws ApiError {@link ApiError#REQUEST_LIMIT_EXCEEDED} if it exceeds the quota
     */
    public void acquire(String action, String host) {
        var limit = quotas.exceededLimit(action, host, key.id());
        if (limit > 0) {
            throw new ApiError(
                    ApiError.REQUEST_LIMIT_EXCEEDED,
                    "Your current request times equals to `" + (limit + 1)
                            + "` in a second, which exceeds the frequency limit `" + limit
                            + "` for a second. Please reduce the frequency of calls.");
        }
    }
}
