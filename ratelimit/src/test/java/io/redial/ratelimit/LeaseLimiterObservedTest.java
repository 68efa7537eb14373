package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redial.core.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What those see who know Resilience4j. */
class LeaseLimiterObservedTest {
    private final LeaseLimiter limiter =
            new LeaseLimiter("Ask", Map.of("host", "a"), Rate.perSecond(2), Duration.ofMillis(5), () -> 0);

    @Test
    void eventsAreForConsumers() {
        limiter.lease();
        List<String> seen = new ArrayList<>();
        limiter.getEventPublisher().onEvent(event -> seen.add(event.getEventType() + " " + event.getNumberOfPermits()));
        limiter.lease();
        limiter.lease();
        limiter.acquirePermission(2);
        limiter.notSent();
        limiter.acquirePermission(1);
        limiter.notSent();
        limiter.drainPermissions();

        assertThat(seen)
                .containsExactly(
                        "SUCCESSFUL_ACQUIRE 1",
                        "FAILED_ACQUIRE 1",
                        "FAILED_ACQUIRE 2",
                        "SUCCESSFUL_ACQUIRE 1",
                        "DRAINED 1");
    }

    @Test
    void inARegistryItShowsUpInMetrics() {
        var limiters = RateLimiterRegistry.ofDefaults();
        limiters.rateLimiter("Ask");
        limiters.replace("Ask", limiter);
        var meters = new SimpleMeterRegistry();
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(meters);

        assertThat(permissions(meters)).isEqualTo(2);
        limiter.lease();
        assertThat(permissions(meters)).isEqualTo(1);
        assertThat(meters.get("resilience4j.ratelimiter.waiting_threads")
                        .tag("name", "Ask")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void whoReplacesItLaterIsSeenToo() {
        var limiters = RateLimiterRegistry.ofDefaults();
        limiters.rateLimiter("Ask");
        var meters = new SimpleMeterRegistry();
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(meters);
        limiters.replace("Ask", limiter);

        assertThat(permissions(meters)).isEqualTo(2);
    }

    private static double permissions(SimpleMeterRegistry meters) {
        return meters.get("resilience4j.ratelimiter.available.permissions")
                .tag("name", "Ask")
                .tag("host", "a")
                .gauge()
                .value();
    }
}
