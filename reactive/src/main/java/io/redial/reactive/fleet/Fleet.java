package io.redial.reactive.fleet;

import io.redial.core.FollowableRequest;
import io.redial.core.protocol.Target;
import io.redial.reactive.follow.Calls;
import io.redial.reactive.follow.Following;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Carries many requests, each to the end of the work that it starts: what is behind a client's verb {@code fleet}.
 *
 * <p>A bounded number is under way; the input is asked for more as there is room. Requests that share an instance go one
 * after the other, in the order of the input, and those after one that did not succeed are skipped. A request whose instance
 * is busy with other work waits and is sent again. A write that was sent and not answered is never sent again before the
 * cloud was asked for its work: what is found is followed, what was certainly not taken is sent again, and what nobody can
 * tell has failed.
 *
 * <p>What happens to a request never ends the run, it is an {@linkplain FleetEvent event}; the run ends with {@link
 * FleetEvent.Finished}. A broken input stops it as {@link FleetOptions#withStopAfter} describes, and then is its error.
 *
 * <p>Runs are lazy, and each subscription is a run of its own. Cancelling stops calls and look-ups at once, not the work that
 * the cloud has accepted. Someone slow slows the run down. Thread-safe.
 */
public final class Fleet {
    private final Surroundings surroundings;
    private final FleetOptions options;

    /**
     * A fleet at rest.
     *
     * @param following follows work, and asks for lost work
     * @param calls how requests are sent
     * @param target where they go
     * @param scheduler the clock and the timers
     */
    public Fleet(Following following, Calls calls, Target target, Scheduler scheduler, FleetOptions options) {
        this(
                new Surroundings(
                        Work.of(following),
                        calls,
                        target,
                        scheduler,
                        Schedulers.boundedElastic(),
                        () -> ThreadLocalRandom.current().nextDouble()),
                options);
    }

    Fleet(Surroundings surroundings, FleetOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /**
     * Carries all requests. What happens is kept nowhere: after a crash nobody knows how far it came.
     *
     * @param requests the input, with or without end
     */
    public Flux<FleetEvent> run(Publisher<? extends FollowableRequest<?>> requests) {
        return stoppable(stop -> {
            var entries =
                    Flux.from(requests).index((index, request) -> new Entry(index + 1, request, new Standing.Unsent()));
            return new FleetRun(surroundings, options, RunLog.NONE, stop, new Tally()).events(entries);
        });
    }

    private Flux<FleetEvent> stoppable(Function<Stop, Flux<FleetEvent>> run) {
        return Flux.defer(() -> {
            var stop = new Stop(options.stopAfter());
            return Flux.using(() -> stop.heed(options.stopWhen()), heeding -> run.apply(stop), Disposable::dispose);
        });
    }
}
