package io.redial.reactive.fleet;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.Handle;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.ServiceException;
import io.redial.reactive.follow.Calls;
import io.redial.reactive.follow.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One request on its way to its end, step by step: what is known of it decides the next step, until a last event is out.
 * Not thread-safe; steps follow each other.
 */
final class RequestRun {
    /** How often it is sent at most when its answers are lost and the cloud says each time that it was not taken. */
    private static final int SENDINGS = 3;

    /**
     * How long a call may be on its way whose answer is lost. It may have left much later than it was noted, having waited for
     * its quota, but not after its fate became doubtful.
     */
    private static final long UNDER_WAY = Duration.ofSeconds(10).toNanos();

    private final Entry entry;
    private final Surroundings surroundings;
    private final FleetOptions options;
    private final RunLog log;
    private final Stop stop;
    private final BusyWait busyWait;
    private Standing standing;
    private int sendings;
    private boolean taken;
    private @Nullable Throwable doubt;
    private long doubtSince;
    private boolean over;

    RequestRun(Entry entry, Surroundings surroundings, FleetOptions options, RunLog log, Stop stop) {
        this.entry = entry;
        this.surroundings = surroundings;
        this.options = options;
        this.log = log;
        this.stop = stop;
        this.busyWait = new BusyWait(options.busyPatience(), surroundings.random());
        this.standing = entry.standing();
        this.doubtSince = now();
    }

    /** Carries it to its end. Subscribed to once; never an error. */
    Flux<FleetEvent> events(Turns.Turn turn) {
        // What has begun in an earlier run has had its turn there.
        var obstacle = standing instanceof Standing.Unsent ? turn.comes() : Mono.<String>empty();
        return obstacle.map(this::skipped)
                .defaultIfEmpty(Flux.defer(this::step).repeat(() -> !over))
                .flatMapMany(events -> events)
                .doOnNext(event -> note(event, turn));
    }

    private void note(FleetEvent event, Turns.Turn turn) {
        if (event instanceof FleetEvent.Succeeded) {
            over = true;
            turn.over(null);
        } else if (event instanceof FleetEvent.Skipped) {
            over = true;
            turn.over(entry.name() + " was skipped");
        } else if (event instanceof FleetEvent.Failed) {
            over = true;
            stop.afterFailure();
            turn.over(entry.name() + " has failed");
        }
    }

    private Flux<FleetEvent> step() {
        if (standing instanceof Standing.InDoubt doubt) {
            return ask(doubt.sentAt());
        }
        if (standing instanceof Standing.Accepted accepted) {
            return follow(accepted.handle());
        }
        return send();
    }

    private Flux<FleetEvent> send() {
        var why = stop.why();
        if (why != null) {
            return skipped(why);
        }
        var sentAt = surroundings.work().serverTime();
        return log.sending(entry.number(), sentAt).thenMany(Flux.defer(() -> leave(sentAt)));
    }

    /** It may have been stopped while its note was written. */
    private Flux<FleetEvent> leave(Instant sentAt) {
        var why = stop.why();
        if (why != null) {
            return skipped(why);
        }
        sendings++;
        var call = new Answered(surroundings.calls());
        return progress(surroundings.work().follow(entry.request(), call, options.follow()))
                .onErrorResume(error -> afterError(error, call.yes(), sentAt))
                .contextWrite(Calls.leavingOnlyWhile(() -> !stop.requested()));
    }

    private Flux<FleetEvent> follow(Handle handle) {
        return progress(surroundings.work().follow(handle, options.follow()))
                .onErrorResume(error -> failed(Outcome.ofWork(error), handle, error));
    }

    private Flux<FleetEvent> progress(Flux<? extends Progress<?>> progress) {
        // That it was accepted is told before that it has failed.
        return progress.concatMapDelayError(this::event);
    }

    private Publisher<FleetEvent> event(Progress<?> progress) {
        var handle = progress.handle();
        if (progress instanceof Progress.Submitted) {
            standing = new Standing.Accepted(handle);
            return log.accepted(entry.number(), handle)
                    .thenReturn(new FleetEvent.Accepted(entry.number(), entry.request(), handle));
        }
        if (progress instanceof Progress.Running<?> running) {
            return Mono.just(new FleetEvent.Progressed(
                    entry.number(), entry.request(), handle, running.state(), running.elapsed()));
        }
        var elapsed = ((Progress.Succeeded<?>) progress).elapsed();
        return log.succeeded(entry.number())
                .thenReturn(new FleetEvent.Succeeded(entry.number(), entry.request(), handle, elapsed));
    }

    private Flux<FleetEvent> afterError(Throwable error, boolean answered, Instant sentAt) {
        if (standing instanceof Standing.Accepted accepted) {
            return failed(Outcome.ofWork(error), accepted.handle(), error);
        }
        if (error instanceof ServiceException refused
                && entry.request().action().busyCodes().contains(refused.code())) {
            return waiting(refused);
        }
        var outcome = answered ? Outcome.IN_DOUBT : Outcome.ofCall(error);
        if (outcome != Outcome.IN_DOUBT) {
            return failed(outcome, null, error);
        }
        taken = answered;
        doubt = error;
        doubtSince = now();
        standing = new Standing.InDoubt(sentAt);
        return Flux.empty();
    }

    private Flux<FleetEvent> waiting(ServiceException busy) {
        var wait = busyWait.next(now());
        if (wait == null) {
            return failed(Outcome.NOT_SENT, null, busy);
        }
        return log.waiting(entry.number())
                .thenMany(Flux.concat(
                        Mono.just(new FleetEvent.Waiting(entry.number(), entry.request(), busy, wait)),
                        Mono.delay(wait, surroundings.scheduler())
                                .takeUntilOther(stop.signal())
                                .then(Mono.empty())));
    }

    /** Asks the cloud for the work of a call that may have been taken. */
    private Flux<FleetEvent> ask(Instant sentAt) {
        return surroundings
                .work()
                .find(entry.request(), sentAt)
                .doOnNext(handle -> standing = new Standing.Accepted(handle))
                .thenMany(Flux.defer(() -> standing instanceof Standing.Accepted ? Flux.empty() : notTaken()))
                .onErrorResume(error -> failed(Outcome.IN_DOUBT, null, unknown(error)));
    }

    /** The cloud is certain that it has not taken the call, if that was not on its way when it was asked. */
    private Flux<FleetEvent> notTaken() {
        var early = UNDER_WAY - (now() - doubtSince);
        if (early > 0) {
            return Mono.delay(Duration.ofNanos(early), surroundings.scheduler()).thenMany(Flux.empty());
        }
        var error = doubt;
        if (error != null && taken) {
            return failed(Outcome.IN_DOUBT, null, unknown(error));
        }
        if (error != null && sendings >= SENDINGS) {
            var cause = error instanceof OutcomeUnknownException ? error.getCause() : error;
            return failed(Outcome.NOT_SENT, null, cause == null ? error : cause);
        }
        standing = new Standing.Unsent();
        return Flux.empty();
    }

    private long now() {
        return surroundings.scheduler().now(NANOSECONDS);
    }

    private OutcomeUnknownException unknown(Throwable error) {
        return error instanceof OutcomeUnknownException already
                ? already
                : new OutcomeUnknownException(
                        surroundings.target().callSite(entry.request().action().name()), error);
    }

    private Flux<FleetEvent> failed(Outcome outcome, @Nullable Handle handle, Throwable error) {
        return log.failed(entry.number(), outcome, error)
                .thenMany(Mono.just(new FleetEvent.Failed(entry.number(), entry.request(), handle, error)));
    }

    private Flux<FleetEvent> skipped(String why) {
        return log.skipped(entry.number(), why)
                .thenMany(Mono.just(new FleetEvent.Skipped(entry.number(), entry.request(), why)));
    }
}
