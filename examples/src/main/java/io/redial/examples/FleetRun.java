package io.redial.examples;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.examples.UpgradeEvent.Failed;
import io.redial.examples.UpgradeEvent.Tick;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** One upgrade of a fleet, from its plan to its report, shown on a display. */
final class FleetRun {
    private static final Duration TICK = Duration.ofMillis(200);

    private final FleetUpgrade upgrade;
    private final Region region;
    private final CallCounter calls;
    private final FleetDisplay display;
    private final Mono<Void> stop;
    private final Scheduler scheduler = Schedulers.parallel();

    /**
     * A run that has not begun.
     *
     * @param calls counts the calls of the client that the upgrade goes through
     * @param stop ends the run early, with a report of what was done
     */
    FleetRun(FleetUpgrade upgrade, Region region, CallCounter calls, FleetDisplay display, Mono<Void> stop) {
        this.upgrade = upgrade;
        this.region = region;
        this.calls = calls;
        this.display = display;
        this.stop = stop;
    }

    /** Lists, plans, upgrades. An error means that there was no list; empty if it was stopped before that. */
    Mono<FleetReport> report() {
        return upgrade.instances().takeUntilOther(stop).flatMap(this::upgradeAll);
    }

    private Mono<FleetReport> upgradeAll(List<InstanceSet> fleet) {
        var plan = new FleetPlan(region, fleet.size(), upgrade.inFlight());
        display.plan(plan);
        var pace = new CallPace();
        var began = scheduler.now(NANOSECONDS);
        return ticking(upgrade.run(fleet).takeUntilOther(stop))
                .doOnNext(this::showFailure)
                .scan(FleetTally.of(fleet.size()), FleetTally::after)
                .doOnNext(tally -> {
                    var elapsed = since(began);
                    var callsPerSecond = pace.perSecond(elapsed, calls.attempts());
                    display.progress(new FleetProgress(tally, elapsed, callsPerSecond, plan.left(tally)));
                })
                .last()
                .map(tally -> report(plan, tally, since(began)));
    }

    /** Events come one after the other, and with them the time, so that figures stay true when nothing happens. */
    private Flux<UpgradeEvent> ticking(Flux<UpgradeEvent> events) {
        return events.publish(shared -> Flux.merge(
                shared,
                Flux.interval(TICK, scheduler)
                        .<UpgradeEvent>map(count -> new Tick())
                        .onBackpressureDrop()
                        .takeUntilOther(shared.then())));
    }

    private void showFailure(UpgradeEvent event) {
        if (event instanceof Failed failure) {
            display.failure(failure);
        }
    }

    private FleetReport report(FleetPlan plan, FleetTally tally, Duration elapsed) {
        return new FleetReport(
                tally.instances(),
                tally.succeeded(),
                tally.failed(),
                calls.attempts(),
                calls.refusals(),
                calls.retries(),
                elapsed,
                plan.ideal());
    }

    private Duration since(long began) {
        return Duration.ofNanos(scheduler.now(NANOSECONDS) - began);
    }
}
