package io.redial.ratelimit;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnDrainedEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnFailureEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnSuccessEvent;
import io.github.resilience4j.ratelimiter.internal.RateLimiterEventProcessor;
import io.redial.core.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The default limiter: a {@link LeaseWindow} whose limit is {@linkplain LearnedLimit learned} from refusals.
 *
 * <p>A decision is some dozen instructions, so threads that meet spin for a moment and never park.
 */
public final class LeaseLimiter implements QuotaLimiter {
    private final String name;
    private final Map<String, String> tags;
    private final LongSupplier clock;
    private final Rate rate;
    private final RateLimiterConfig config;
    private final LeaseWindow window;
    private final LearnedLimit learned;
    private final AtomicBoolean locked = new AtomicBoolean();
    private final RateLimiterEventProcessor events = new RateLimiterEventProcessor();
    private final Metrics metrics = new LeaseMetrics();
    private volatile int ceiling;

    /**
     * A limiter with all permits at home.
     *
     * @param name its name in a registry
     * @param rate how many requests the server allows in which period
     * @param margin what is added to every lease, not negative
     * @param clock nanoseconds that only go forward
     */
    public LeaseLimiter(String name, Map<String, String> tags, Rate rate, Duration margin, LongSupplier clock) {
        this.name = name;
        this.tags = Map.copyOf(tags);
        this.clock = clock;
        this.rate = rate;
        this.ceiling = rate.permits();
        this.window = new LeaseWindow(rate, margin);
        this.learned = new LearnedLimit(rate.permits(), rate.period().toNanos());
        this.config = RateLimiterConfig.custom()
                .limitForPeriod(rate.permits())
                .limitRefreshPeriod(rate.period())
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    @Override
    public long lease() {
        var now = clock.getAsLong();
        lock();
        long wait;
        try {
            wait = window.lease(now, limit(now));
        } finally {
            unlock();
        }
        publish(wait == 0);
        return wait;
    }

    @Override
    public void answered(long sentAt, long answeredAt) {
        lock();
        try {
            learned.accepted(sentAt);
            window.answered(sentAt, answeredAt);
        } finally {
            unlock();
        }
    }

    @Override
    public void throttled(long sentAt, long answeredAt, @Nullable Integer serverLimit) {
        lock();
        try {
            window.answered(sentAt, answeredAt);
            learned.refused(answeredAt, sentAt, window.out(), serverLimit);
        } finally {
            unlock();
        }
    }

    @Override
    public void unanswered(long sentAt, long givenUpAt) {
        lock();
        try {
            learned.accepted(sentAt);
            window.unanswered(givenUpAt);
        } finally {
            unlock();
        }
    }

    @Override
    public void notSent() {
        lock();
        window.notSent();
        unlock();
    }

    @Override
    public Duration expectedWait(int ahead) {
        var now = clock.getAsLong();
        lock();
        try {
            return Duration.ofNanos(window.expectedWait(now, ahead, limit(now)));
        } finally {
            unlock();
        }
    }

    @Override
    public int presentLimit() {
        var now = clock.getAsLong();
        lock();
        try {
            return limit(now);
        } finally {
            unlock();
        }
    }

    @Override
    public boolean idle() {
        var now = clock.getAsLong();
        lock();
        try {
            return window.idle(now) && learned.at(now) == rate.permits();
        } finally {
            unlock();
        }
    }

    private int limit(long now) {
        return Math.min(ceiling, learned.at(now));
    }

    private void lock() {
        while (!locked.weakCompareAndSetAcquire(false, true)) {
            // Only reading while it is taken leaves the memory to the one who has it. There is no hint that this thread
            // spins: BlockHound would take that for waiting, and its error would end whatever is being done here.
            while (locked.getOpaque()) {}
        }
    }

    private void unlock() {
        locked.setRelease(false);
    }

    private void publish(boolean permitted) {
        if (events.hasConsumers()) {
            events.consumeEvent(
                    permitted ? new RateLimiterOnSuccessEvent(name, 1) : new RateLimiterOnFailureEvent(name, 1));
        }
    }

    // What follows is Resilience4j's side.

    @Override
    public boolean acquirePermission(int permits) {
        var now = clock.getAsLong();
        boolean granted;
        lock();
        try {
            granted = permits <= window.atHome(now, limit(now));
            if (granted) {
                spend(now, permits);
            }
        } finally {
            unlock();
        }
        if (events.hasConsumers()) {
            events.consumeEvent(
                    granted
                            ? new RateLimiterOnSuccessEvent(name, permits)
                            : new RateLimiterOnFailureEvent(name, permits));
        }
        return granted;
    }

    /** Nobody will report back on these: they come home as if they had been given up by now. */
    private void spend(long now, int permits) {
        for (var spent = 0; spent < permits; spent++) {
            window.lease(now, rate.permits());
            window.unanswered(now);
            learned.accepted(now);
        }
    }

    @Override
    public long reservePermission(int permits) {
        return acquirePermission(permits) ? 0 : -1;
    }

    @Override
    public void drainPermissions() {
        var now = clock.getAsLong();
        int drained;
        lock();
        try {
            drained = window.atHome(now, limit(now));
            spend(now, drained);
        } finally {
            unlock();
        }
        if (events.hasConsumers()) {
            events.consumeEvent(new RateLimiterOnDrainedEvent(name, drained));
        }
    }

    /** Has no effect: this limiter decides at once, and waiting is somebody else's. */
    @Override
    public void changeTimeoutDuration(Duration timeoutDuration) {
        // Nothing here waits.
    }

    /**
     * Allows fewer requests than it was made for, or as many again.
     *
     * @throws IllegalArgumentException if that is less than one or more than it was made for
     */
    @Override
    public void changeLimitForPeriod(int limitForPeriod) {
        if (limitForPeriod < 1 || limitForPeriod > rate.permits()) {
            throw new IllegalArgumentException(
                    name + " was made for " + rate + " and can be set to 1 up to that, not " + limitForPeriod);
        }
        ceiling = limitForPeriod;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public RateLimiterConfig getRateLimiterConfig() {
        return config;
    }

    @Override
    public Map<String, String> getTags() {
        return tags;
    }

    @Override
    public Metrics getMetrics() {
        return metrics;
    }

    @Override
    public EventPublisher getEventPublisher() {
        return events;
    }

    @Override
    public String toString() {
        return "LeaseLimiter{" + name + ", " + rate + "}";
    }

    private final class LeaseMetrics implements Metrics {
        /** Always 0: calls wait, threads do not. */
        @Override
        public int getNumberOfWaitingThreads() {
            return 0;
        }

        @Override
        public int getAvailablePermissions() {
            var now = clock.getAsLong();
            lock();
            try {
                return window.atHome(now, limit(now));
            } finally {
                unlock();
            }
        }
    }
}
