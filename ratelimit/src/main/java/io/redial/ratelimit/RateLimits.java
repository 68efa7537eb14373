package io.redial.ratelimit;

import io.redial.core.Action;
import io.redial.core.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * The quotas: what the documents say, and what you know better. Immutable.
 *
 * <pre>{@code
 * RateLimits.documented().with("DescribeInstances", Rate.perSecond(100))
 * }</pre>
 */
public final class RateLimits {
    private static final Duration MARGIN = Duration.ofMillis(5);
    private static final RateLimits DOCUMENTED = new RateLimits(Map.of(), MARGIN, Algorithm.LEASE);

    private final Map<String, Rate> overrides;
    private final Duration margin;
    private final Algorithm algorithm;

    private RateLimits(Map<String, Rate> overrides, Duration margin, Algorithm algorithm) {
        this.overrides = Map.copyOf(overrides);
        this.margin = margin;
        this.algorithm = algorithm;
    }

    /** What the documents say. */
    public static RateLimits documented() {
        return DOCUMENTED;
    }

    /** The same with another limit for one action: one that the vendor has raised for you, or a share of it. */
    public RateLimits with(String action, Rate rate) {
        var more = new HashMap<>(overrides);
        more.put(Objects.requireNonNull(action, "action"), Objects.requireNonNull(rate, "rate"));
        return new RateLimits(more, margin, algorithm);
    }

    /**
     * The same with another safety margin: what is added to each lease of a permit, by default 5 ms. More costs use of the
     * quota, less risks refusals where the network is restless.
     */
    public RateLimits withMargin(Duration newMargin) {
        if (newMargin.isNegative()) {
            throw new IllegalArgumentException("the margin is not negative, but " + newMargin);
        }
        return new RateLimits(overrides, newMargin, algorithm);
    }

    /** The same kept in another way. */
    public RateLimits withAlgorithm(Algorithm newAlgorithm) {
        return new RateLimits(overrides, margin, Objects.requireNonNull(newAlgorithm, "algorithm"));
    }

    /** The limit of an action. */
    public Rate of(Action<?, ?> action) {
        return overrides.getOrDefault(action.name(), action.rate());
    }

    /**
     * How long the quota alone makes a number of calls take, from idle until the last one leaves. The first, as many as the
     * limit, leave at once; then as many in each period.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public Duration estimate(Action<?, ?> action, long calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("a number of calls is not negative, but " + calls);
        }
        var rate = of(action);
        var periods = calls == 0 ? 0 : (calls - 1) / rate.permits();
        return rate.period().multipliedBy(periods);
    }

    /**
     * A limiter for an action.
     *
     * @param name its name in a registry
     * @param tags its tags in metrics
     * @param clock nanoseconds that only go forward
     */
    public QuotaLimiter limiter(String name, Map<String, String> tags, Action<?, ?> action, LongSupplier clock) {
        return algorithm.create(name, tags, of(action), margin, clock);
    }
}
