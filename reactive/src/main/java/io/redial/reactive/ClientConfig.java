package io.redial.reactive;

import io.micrometer.observation.ObservationRegistry;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.protocol.Protocol;
import io.redial.core.protocol.Target;
import io.redial.ratelimit.RetryPolicy;
import java.time.Duration;
import reactor.core.scheduler.Scheduler;

/**
 * What a client is made with.
 *
 * @param protocol how calls become bytes
 * @param target where they go
 * @param credentials who signs them
 * @param attemptTimeout how long one attempt may take, from asking for a connection to the end of the answer
 * @param deadline how long a call may take, with all attempts and all waiting
 * @param retryPolicy which failures are tried again
 * @param quotaEnforced whether calls wait for their quota
 * @param quotaMargin what is added to each lease of a permit
 * @param maxWaiting how many calls may wait for the quota of one action
 * @param scheduler the clock and the timers
 * @param observations where calls are observed
 */
record ClientConfig(
        Protocol protocol,
        Target target,
        CredentialsProvider credentials,
        Duration attemptTimeout,
        Duration deadline,
        RetryPolicy retryPolicy,
        boolean quotaEnforced,
        Duration quotaMargin,
        int maxWaiting,
        Scheduler scheduler,
        ObservationRegistry observations) {}
