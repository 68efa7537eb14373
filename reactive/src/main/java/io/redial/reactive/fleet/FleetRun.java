package io.redial.reactive.fleet;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One run, from its first request to its summary. Subscribed to once. */
final class FleetRun {
    /** Events of one request that may wait for a slow subscriber. */
    private static final int EVENTS_AHEAD = 16;

    private final Surroundings surroundings;
    private final FleetOptions options;
    private final RunLog log;
    private final Stop stop;
    private final Tally tally;
    private final Turns turns;
    private final long began;
    private long read;

    FleetRun(Surroundings surroundings, FleetOptions options, RunLog log, Stop stop, Tally tally) {
        this.surroundings = surroundings;
        this.options = options;
        this.log = new CautiousLog(log, stop);
        this.stop = stop;
        this.tally = tally;
        this.turns = new Turns(surroundings.scheduler());
        this.began = surroundings.scheduler().now(NANOSECONDS);
    }

    /** Carries so many requests as come. */
    Flux<FleetEvent> events(Publisher<Entry> entries) {
        return carried(entries).concatWith(Mono.defer(() -> finished(read)));
    }

    /** Carries the requests of a journal, of which some may be over already. */
    Flux<FleetEvent> events(Publisher<Entry> entries, long requests) {
        return Flux.concat(
                Mono.fromSupplier(() -> tally.planned(requests)),
                carried(entries),
                Mono.defer(() -> finished(requests)));
    }

    private Flux<FleetEvent> carried(Publisher<Entry> entries) {
        var met = surroundings.work().meetServer();
        return met.onErrorResume(error -> broken("the cloud cannot be asked for its tasks", error))
                .thenMany(Flux.from(entries).onErrorResume(error -> broken("its input has failed", error)))
                .takeUntilOther(stop.signal())
                .flatMap(this::carry, options.inFlight(), EVENTS_AHEAD)
                .doOnNext(tally::count);
    }

    private <T> Mono<T> broken(String text, Throwable error) {
        stop.broken(text, error);
        return Mono.empty();
    }

    private Flux<FleetEvent> carry(Entry entry) {
        read++;
        var turn = turns.take(entry.request().targets());
        if (entry.standing() instanceof Standing.GivenUp) {
            turn.over(entry.name() + " has failed in an earlier run");
            return Flux.empty();
        }
        return new RequestRun(entry, surroundings, options, log, stop).events(turn);
    }

    private Mono<FleetEvent> finished(long requests) {
        var error = stop.error();
        var elapsed = Duration.ofNanos(surroundings.scheduler().now(NANOSECONDS) - began);
        return error == null ? Mono.just(tally.finished(requests, elapsed, stop.why())) : Mono.error(error);
    }
}
