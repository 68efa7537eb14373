package io.redial.reactive;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.protocol.Protocol;
import io.redial.core.protocol.Target;
import io.redial.ratelimit.RetryPolicy;
import io.redial.reactive.follow.FollowOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * What a client is made with.
 *
 * @param protocol how calls become bytes
 * @param targets where they go: the first, and the others while it cannot be reached
 * @param credentials who signs them
 * @param attemptTimeout how long one attempt may take, from asking for a connection to the end of the answer
 * @param deadline how long a call may take, with all attempts and all waiting
 * @param followOptions how work is followed
 * @param retryPolicy which failures are tried again
 * @param retryBudget how many retries there may be before anything has succeeded again
 * @param quotaEnforced whether calls wait for their quota
 * @param quotas where they wait
 * @param account whose quotas they are, or null for those of the key
 * @param lane who goes first
 * @param scheduler the clock and the timers
 * @param observations where calls are observed
 * @param circuitBreakers where the circuit breakers of the targets stand
 */
record ClientConfig(
        Protocol protocol,
        List<Target> targets,
        CredentialsProvider credentials,
        Duration attemptTimeout,
        Duration deadline,
        FollowOptions followOptions,
        RetryPolicy retryPolicy,
        int retryBudget,
        boolean quotaEnforced,
        Quotas quotas,
        @Nullable String account,
        Lane lane,
        Scheduler scheduler,
        ObservationRegistry observations,
        CircuitBreakerRegistry circuitBreakers) {

    /** Where calls go first. */
    Target target() {
        return targets.get(0);
    }
}
