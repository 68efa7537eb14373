package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.redial.core.ApiResponse;
import io.redial.core.error.TransportException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.core.protocol.Target;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sends each attempt to the first host that can be reached. Which hosts cannot is known by their circuit breakers; what the
 * attempts before have run into counts too, so that the second does not meet the same closed door.
 */
final class FailoverStage implements Stage {
    private static final int CALLS_REMEMBERED = 20;
    private static final int CALLS_NEEDED = 10;
    private static final Duration OPEN = Duration.ofSeconds(30);
    private static final int PROBES = 3;

    private final List<Host> hosts;
    private final Scheduler clock;
    private final Stage next;

    private record Host(Target target, CircuitBreaker breaker) {}

    private FailoverStage(ClientConfig config, Stage next) {
        var settings = CircuitBreakerConfig.custom()
                .slidingWindow(CALLS_REMEMBERED, CALLS_NEEDED, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .recordException(FailoverStage::isUnreachable)
                .clock(new SchedulerClock(config.scheduler()))
                .currentTimestampFunction(clock -> config.scheduler().now(NANOSECONDS), NANOSECONDS)
                .build();
        this.hosts = config.targets().stream()
                .map(target -> new Host(target, config.circuitBreakers().circuitBreaker(target.host(), settings)))
                .toList();
        this.clock = config.scheduler();
        this.next = next;
    }

    static Stage create(ClientConfig config, Stage next) {
        return config.targets().size() > 1 ? new FailoverStage(config, next) : next;
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return Mono.defer(() -> {
            var host = choose(call);
            var began = clock.now(NANOSECONDS);
            return next.call(call.at(host.target()))
                    .doOnSuccess(answer -> host.breaker().onSuccess(clock.now(NANOSECONDS) - began, NANOSECONDS))
                    .doOnError(error -> {
                        host.breaker().onError(clock.now(NANOSECONDS) - began, NANOSECONDS, error);
                        if (isUnreachable(error)) {
                            call.foundUnreachable(host.target());
                        }
                    })
                    .doOnCancel(host.breaker()::releasePermission);
        });
    }

    /** When none lets it through, the first is tried all the same: then that tells what is wrong. */
    private Host choose(Call<?> call) {
        for (var host : hosts) {
            if (!call.isUnreachable(host.target()) && host.breaker().tryAcquirePermission()) {
                return host;
            }
        }
        return hosts.get(0);
    }

    private static boolean isUnreachable(Throwable error) {
        return error instanceof TransportException
                || (error instanceof UnreadableAnswerException answer && answer.retryable());
    }
}
