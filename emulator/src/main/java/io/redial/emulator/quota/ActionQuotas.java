package io.redial.emulator.quota;

import io.redial.catalog.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The quotas of all actions, each counted per host and account. */
public final class ActionQuotas {
    /** A client may invent hosts without end; the counter that was unused the longest is forgotten. */
    private static final int MAX_COUNTERS = 4096;

    private static final int MAX_PERMITS = 1_000_000;

    private Function<Duration, Supplier<QuotaCounter>> counterFactory;
    private final LongSupplier nanos;
    private final Map<String, Rate> initialRates;
    private final Map<String, Rate> rates;
    private final Map<CounterKey, QuotaCounter> counters = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CounterKey, QuotaCounter> eldest) {
            return size() > MAX_COUNTERS;
        }
    };

    /**
     * Begins with empty counters.
     *
     * @param rules makes one counter for a period
     * @param nanos the clock that arrivals are read from
     * @param rates how many requests are allowed in what period, per action
     */
    public ActionQuotas(Function<Duration, Supplier<QuotaCounter>> rules, LongSupplier nanos, Map<String, Rate> rates) {
        this.counterFactory = rules;
        this.nanos = nanos;
        this.initialRates = Map.copyOf(rates);
        this.rates = new HashMap<>(rates);
    }

    /**
     * Counts a request that arrives now.
     *
     * @return 0 when it is within the quota, else the number of permits that it exceeds
     */
    public synchronized int exceededLimit(String action, String host, String account) {
        var rate = rate(action);
        var rule = counters.computeIfAbsent(
                new CounterKey(action, host, account),
                key -> counterFactory.apply(rate.period()).get());
        return rule.admit(nanos.getAsLong(), rate.permits()) ? 0 : rate.permits();
    }

    /** Counts by other rules from now on, with empty counters. */
    public synchronized void setCounterFactory(Function<Duration, Supplier<QuotaCounter>> others) {
        counterFactory = others;
        counters.clear();
    }

    /** Allows what was allowed at first. */
    public synchronized void reset() {
        rates.putAll(initialRates);
    }

    /**
     * What an action allows in its period.
     *
     * @throws IllegalArgumentException if there is no such action
     */
    public synchronized int limit(String action) {
        return rate(action).permits();
    }

    /**
     * Changes what an action allows, for requests from now on.
     *
     * @param limit requests in the period of the action, 1 to 1,000,000
     * @throws IllegalArgumentException if there is no such action or the limit is out of range
     */
    public synchronized void setLimit(String action, int limit) {
        if (limit < 1 || limit > MAX_PERMITS) {
            throw new IllegalArgumentException("a quota is 1 to " + MAX_PERMITS + " requests, not " + limit);
        }
        rates.put(action, new Rate(limit, rate(action).period()));
    }

    private Rate rate(String action) {
        var rate = rates.get(action);
        if (rate == null) {
            throw new IllegalArgumentException("no action '" + action + "' has a quota");
        }
        return rate;
    }

    private record CounterKey(String action, String host, String account) {}
}
