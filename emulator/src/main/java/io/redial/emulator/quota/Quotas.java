package io.redial.emulator.quota;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The quotas of all actions, each counted per host and account. */
public final class Quotas {
    /** A client may invent hosts without end; the counter that was unused the longest is forgotten. */
    private static final int MAX_COUNTERS = 4096;

    private static final int MAX_PERMITS = 1_000_000;

    private final Supplier<QuotaRule> rules;
    private final LongSupplier nanos;
    private final Map<String, Integer> permits;
    private final Map<Key, QuotaRule> counters = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, QuotaRule> eldest) {
            return size() > MAX_COUNTERS;
        }
    };

    /**
     * Begins with empty counters.
     *
     * @param rules makes one counter
     * @param nanos the clock that arrivals are read from
     * @param permits how many requests a period allows, per action
     */
    public Quotas(Supplier<QuotaRule> rules, LongSupplier nanos, Map<String, Integer> permits) {
        this.rules = rules;
        this.nanos = nanos;
        this.permits = new HashMap<>(permits);
    }

    /**
     * Counts a request that arrives now.
     *
     * @return 0 when it is within the quota, else the number of permits that it exceeds
     */
    public synchronized int exceeded(String action, String host, String account) {
        var limit = permits(action);
        var rule = counters.computeIfAbsent(new Key(action, host, account), key -> rules.get());
        return rule.admit(nanos.getAsLong(), limit) ? 0 : limit;
    }

    /**
     * Changes what an action allows, for requests from now on.
     *
     * @param limit requests in a period, 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the limit is out of range
     */
    public synchronized void limit(String action, int limit) {
        if (limit < 1 || limit > MAX_PERMITS) {
            throw new IllegalArgumentException("a quota is 1 to " + MAX_PERMITS + " requests, not " + limit);
        }
        permits(action);
        permits.put(action, limit);
    }

    private int permits(String action) {
        var limit = permits.get(action);
        if (limit == null) {
            throw new IllegalArgumentException("no action '" + action + "' has a quota");
        }
        return limit;
    }

    private record Key(String action, String host, String account) {}
}
