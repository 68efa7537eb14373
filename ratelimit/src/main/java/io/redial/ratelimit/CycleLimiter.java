package io.redial.ratelimit;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import io.redial.core.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Resilience4j's own limiter, for those who want it: so many permits in each cycle of its own clock. It knows nothing of
 * answers, and the server's cycle begins elsewhere, so it is refused now and then.
 */
public final class CycleLimiter implements QuotaLimiter {
    private final AtomicRateLimiter cycles;

    private CycleLimiter(AtomicRateLimiter cycles) {
        this.cycles = cycles;
    }

    /** All permits of a period at the beginning of each cycle. */
    public static CycleLimiter cycles(String name, Map<String, String> tags, Rate rate, LongSupplier clock) {
        return of(name, tags, rate.permits(), rate.period(), clock);
    }

    /** One permit in each cycle of an even part of the period. */
    public static CycleLimiter paced(String name, Map<String, String> tags, Rate rate, LongSupplier clock) {
        return of(name, tags, 1, rate.period().dividedBy(rate.permits()), clock);
    }

    private static CycleLimiter of(
            String name, Map<String, String> tags, int permits, Duration cycle, LongSupplier clock) {
        var config = RateLimiterConfig.custom()
                .limitForPeriod(permits)
                .limitRefreshPeriod(cycle)
                .timeoutDuration(Duration.ZERO)
                .build();
        return new CycleLimiter((AtomicRateLimiter) RateLimiter.of(name, config, tags, clock::getAsLong));
    }

    @Override
    public long lease() {
        return cycles.acquirePermission(1) ? 0 : Math.max(1, untilTheNextCycle());
    }

    private long untilTheNextCycle() {
        return cycles.getDetailedMetrics().getNanosToWait();
    }

    @Override
    public void answered(long sentAt, long answeredAt) {
        // A permit is spent with its cycle, whatever becomes of the request.
    }

    @Override
    public void throttled(long sentAt, long answeredAt, @Nullable Integer serverLimit) {
        // It does not learn.
    }

    @Override
    public void unanswered(long sentAt, long givenUpAt) {
        // As above.
    }

    @Override
    public void notSent() {
        // It cannot take a permit back.
    }

    @Override
    public Duration expectedWait(int ahead) {
        var free = cycles.getDetailedMetrics().getAvailablePermissions();
        if (ahead < free) {
            return Duration.ZERO;
        }
        var config = cycles.getRateLimiterConfig();
        return config.getLimitRefreshPeriod()
                .multipliedBy((ahead - Math.max(0, free)) / config.getLimitForPeriod())
                .plusNanos(untilTheNextCycle());
    }

    @Override
    public int presentLimit() {
        return cycles.getRateLimiterConfig().getLimitForPeriod();
    }

    @Override
    public boolean idle() {
        return cycles.getMetrics().getAvailablePermissions() >= presentLimit();
    }

    @Override
    public void changeTimeoutDuration(Duration timeoutDuration) {
        // Nothing here waits.
    }

    @Override
    public void changeLimitForPeriod(int limitForPeriod) {
        cycles.changeLimitForPeriod(limitForPeriod);
    }

    @Override
    public boolean acquirePermission(int permits) {
        return cycles.acquirePermission(permits);
    }

    @Override
    public long reservePermission(int permits) {
        return cycles.reservePermission(permits);
    }

    @Override
    public void drainPermissions() {
        cycles.drainPermissions();
    }

    @Override
    public String getName() {
        return cycles.getName();
    }

    @Override
    public RateLimiterConfig getRateLimiterConfig() {
        return cycles.getRateLimiterConfig();
    }

    @Override
    public Map<String, String> getTags() {
        return cycles.getTags();
    }

    @Override
    public Metrics getMetrics() {
        return cycles.getMetrics();
    }

    @Override
    public EventPublisher getEventPublisher() {
        return cycles.getEventPublisher();
    }
}
