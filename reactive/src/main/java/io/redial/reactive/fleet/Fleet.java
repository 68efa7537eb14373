package io.redial.reactive.fleet;

import io.redial.core.Action;
import io.redial.core.FollowableRequest;
import io.redial.core.protocol.Target;
import io.redial.reactive.follow.Calls;
import io.redial.reactive.follow.Following;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
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
     * @param actions all actions of the API, at least one, by which journals are read back
     * @param scheduler the clock and the timers
     */
    public Fleet(
            Following following,
            Calls calls,
            Target target,
            List<? extends Action<?, ?>> actions,
            Scheduler scheduler,
            FleetOptions options) {
        this(
                new Surroundings(
                        Work.of(following),
                        calls,
                        target,
                        new Actions(actions),
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

    /**
     * Carries all requests, and keeps a journal of it, so that {@link #resume} can go on after a crash: nothing is lost, and
     * nothing done twice.
     *
     * <p>First all requests are read and written to the journal; then {@link FleetEvent.Planned} says how many there are, and
     * the first call leaves. No call leaves before the journal says so on the disk. If the input breaks, or is stopped or
     * cancelled, before that, the journal is taken away again. A journal that cannot be written any more stops the run as
     * {@link FleetOptions#withStopAfter} describes, and then is its error.
     *
     * @param requests the input; it must have an end
     * @param journal a file that does not exist yet. It names instances and what is done to them, but holds no keys
     * @return also {@link JournalException} if the file is there already or cannot be written, or if a request carries a
     *     secret, which has no place on a disk
     */
    public Flux<FleetEvent> run(Publisher<? extends FollowableRequest<?>> requests, Path journal) {
        return stoppable(stop -> Flux.usingWhen(
                Journal.at(journal, surroundings),
                held -> held.create().thenMany(planned(requests, held, stop)),
                Journal::close));
    }

    /**
     * Goes on with a run that has ended before everything was over, from its journal alone.
     *
     * <p>What has succeeded, and whose work has failed, is left alone. What was accepted is followed from its handle. The cloud
     * is asked for what was sent and not answered. What was not sent, skipped, or not taken through no fault of its own, is
     * sent. What the cloud has refused stays refused, unless {@link FleetOptions#withRetryRefused} says otherwise. Numbers and
     * counts are those of the whole journal. A last line that was cut off is cut away; a journal that is over just says so.
     *
     * @param journal the file of the earlier run
     * @return also {@link JournalException} if the file is not there, in use by another run, damaged before its last line,
     *     without a whole plan, or of another region, host, API or format
     */
    public Flux<FleetEvent> resume(Path journal) {
        return stoppable(stop -> Flux.usingWhen(
                Journal.at(journal, surroundings), held -> held.open().thenMany(carried(held, stop)), Journal::close));
    }

    private Flux<FleetEvent> planned(Publisher<? extends FollowableRequest<?>> requests, Journal journal, Stop stop) {
        var plan = Mono.usingWhen(
                Mono.just(journal),
                held -> held.plan(requests).takeUntilOther(stop.signal()),
                held -> stop.requested() ? held.discard() : Mono.empty(),
                (held, error) -> held.discard(),
                Journal::discard);
        return plan.thenMany(Flux.defer(() -> stop.requested() ? unplanned(stop) : carried(journal, stop)));
    }

    private Flux<FleetEvent> unplanned(Stop stop) {
        return new FleetRun(surroundings, options, RunLog.NONE, stop, new Tally()).events(Flux.empty());
    }

    private Flux<FleetEvent> carried(Journal journal, Stop stop) {
        return journal.scan(options.retryRefused())
                .flatMapMany(scan -> new FleetRun(surroundings, options, journal, stop, scan.tally())
                        .events(journal.entries(scan), scan.requests()));
    }

    private Flux<FleetEvent> stoppable(Function<Stop, Flux<FleetEvent>> run) {
        return Flux.defer(() -> {
            var stop = new Stop(options.stopAfter());
            return Flux.using(() -> stop.heed(options.stopWhen()), heeding -> run.apply(stop), Disposable::dispose);
        });
    }
}
