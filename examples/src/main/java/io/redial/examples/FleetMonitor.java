package io.redial.examples;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.reactive.fleet.FleetEvent;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** One run of a fleet, shown on a display, up to its report. */
final class FleetMonitor {
    private static final Duration TICK = Duration.ofMillis(200);

    private final FleetPlan plan;
    private final CallCounter calls;
    private final FleetDisplay display;
    private final Scheduler scheduler = Schedulers.parallel();

    /**
     * A run that has not begun.
     *
     * @param calls counts the calls of the client that it goes through
     */
    FleetMonitor(FleetPlan plan, CallCounter calls, FleetDisplay display) {
        this.plan = plan;
        this.calls = calls;
        this.display = display;
    }

    /**
     * Shows what happens.
     *
     * @param failedBefore how many of the instances got no order at all
     */
    Mono<FleetReport> report(Flux<FleetEvent> events, int failedBefore) {
        return Mono.defer(() -> {
            var pace = new CallRateMeter();
            var began = scheduler.now(NANOSECONDS);
            return ticking(events)
                    .doOnNext(event -> event.ifPresent(this::show))
                    .scan(
                            FleetCounts.of(plan.instances(), failedBefore),
                            (tally, event) -> event.map(tally::withEvent).orElse(tally))
                    .doOnNext(tally -> {
                        var elapsed = since(began);
                        var callsPerSecond = pace.perSecond(elapsed, calls.attemptCount());
                        display.showProgress(
                                new FleetProgress(tally, elapsed, callsPerSecond, plan.remainingTime(tally)));
                    })
                    .last()
                    .map(tally -> report(tally, since(began)));
        });
    }

    /** Events come one after the other, and with them the time, so that figures stay true when nothing happens. */
    private Flux<Optional<FleetEvent>> ticking(Flux<FleetEvent> events) {
        return events.map(Optional::of)
                .publish(shared -> Flux.merge(
                        shared,
                        Flux.interval(TICK, scheduler)
                                .map(count -> Optional.<FleetEvent>empty())
                                .onBackpressureDrop()
                                .takeUntilOther(shared.then().onErrorComplete())));
    }

    private void show(FleetEvent event) {
        if (event instanceof FleetEvent.Planned planned) {
            display.updateTotal((int) planned.requests());
        } else if (event instanceof FleetEvent.Failed failure) {
            display.showFailure(failureLine(String.join(", ", failure.targets()), failure.error()));
        }
    }

    /** The reason may quote the cloud: whatever that sends, it stays on one line. */
    static String failureLine(String instances, Throwable error) {
        return "failed: " + instances + ": "
                + String.valueOf(error.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }

    private FleetReport report(FleetCounts tally, Duration elapsed) {
        return new FleetReport(
                plan.verb(),
                tally.instances(),
                tally.succeeded(),
                tally.failed(),
                calls.attemptCount(),
                calls.throttledCount(),
                calls.retryCount(),
                elapsed,
                plan.idealDuration(tally.instances()));
    }

    private Duration since(long began) {
        return Duration.ofNanos(scheduler.now(NANOSECONDS) - began);
    }
}
