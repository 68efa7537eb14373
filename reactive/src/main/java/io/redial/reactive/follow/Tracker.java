package io.redial.reactive.follow;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Looks at all work that is followed through one client, together, round after round while there is any.
 *
 * <p>Everything here happens on one lane of threads, one thing after the other, so that nothing is locked and no thread
 * waits. There is one timer for the next round and one for the next deadline, however many follow.
 */
final class Tracker {
    /** What was started just now was started at most so much before by the clock of the server, which tells seconds only. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private static final long NEVER = Long.MAX_VALUE;

    private final LookUps lookUps;
    private final Scheduler clock;
    private final Scheduler lane;
    private final Supplier<Instant> serverTime;
    private final Set<Work> works = new HashSet<>();
    private final Pace pace = new Pace();
    private final Sweeps sweeps = new Sweeps();
    private final Timer nextRound;
    private final Timer nextDeadline;
    private @Nullable Disposable round;
    private long restUntil = Long.MIN_VALUE;
    private @Nullable Throwable lastPollError;

    Tracker(LookUps lookUps, Scheduler scheduler, Supplier<Instant> serverTime) {
        this.lookUps = lookUps;
        this.clock = scheduler;
        this.lane = Schedulers.single(scheduler);
        this.serverTime = serverTime;
        this.nextRound = new Timer(lane, scheduler, this::beginRound);
        this.nextDeadline = new Timer(lane, scheduler, this::dropTheLate);
    }

    /**
     * The states of one piece of work, each when it is new; completes when the work has succeeded. Someone slow sees the
     * latest.
     *
     * @param handle the work, with one id
     * @param justBegun whether it was started a moment ago
     */
    Flux<String> states(CallSite call, Handle handle, FollowOptions options, boolean justBegun) {
        return Flux.push(
                follower -> {
                    var began = now();
                    var work = new Work(call, handle, options, follower, began, first(handle, justBegun, began));
                    follower.onDispose(() -> lane.schedule(() -> leave(work)));
                    lane.schedule(() -> join(work));
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private Phase first(Handle handle, boolean justBegun, long now) {
        var since = justBegun ? serverTime.get().minus(CLOCKS_DIFFER) : null;
        if (handle.until() == Handle.Until.GONE) {
            if (handle.instances().isEmpty()) {
                throw new IllegalArgumentException(
                        "to be followed until gone, a handle names its instances: " + handle + "/INSTANCE,...");
            }
            return new Phase.OfInstances(handle.instances(), true, since, now);
        }
        return switch (handle.kind()) {
            case INSTANCE -> new Phase.OfInstances(handle.ids(), false, since, now);
            case DEAL -> new Phase.OfOrder(handle.instances(), since);
            case TASK, FLOW -> {
                lookUps.checkTask(handle.ids().get(0));
                yield new Phase.OfTask(since);
            }
        };
    }

    private void join(Work work) {
        if (!work.over()) {
            works.add(work);
            nextDeadline.noLaterThan(work.deadline());
            if (round == null) {
                nextRound.noLaterThan(Math.max(work.nextLook(), restUntil));
            }
        }
    }

    private void leave(Work work) {
        work.cancelled();
        works.remove(work);
        if (works.isEmpty()) {
            nextRound.stop();
            nextDeadline.stop();
            if (round != null) {
                round.dispose();
                round = null;
            }
        }
    }

    private void dropTheLate() {
        var now = now();
        List.copyOf(works).stream().filter(work -> work.deadline() <= now).forEach(work -> work.late(lastPollError));
        works.stream()
                .filter(work -> !work.over())
                .mapToLong(Work::deadline)
                .min()
                .ifPresent(nextDeadline::noLaterThan);
    }

    private void beginRound() {
        if (round != null) {
            return;
        }
        var now = now();
        var due = works.stream().filter(work -> !work.over() && work.due(now)).toList();
        var timeout = due.stream().map(work -> work.options().pollTimeout()).max(Duration::compareTo);
        if (timeout.isPresent()) {
            var next = new Round(lookUps, pace, timeout.get(), clock, lane);
            round = next.over(due, sweeps)
                    .doOnError(next::failed)
                    .onErrorComplete()
                    .doOnSuccess(done -> end(next, due))
                    .subscribe();
        } else {
            restUntilTheNext();
        }
    }

    private void end(Round ended, List<Work> looked) {
        round = null;
        restUntil = ended.began() + ended.rest();
        looked.forEach(work -> work.looked(ended.began()));
        if (ended.lastError() != null) {
            lastPollError = ended.lastError();
        }
        restUntilTheNext();
    }

    private void restUntilTheNext() {
        var earliest = works.stream()
                .filter(work -> !work.over())
                .mapToLong(Work::nextLook)
                .min()
                .orElse(NEVER);
        if (earliest != NEVER) {
            nextRound.noLaterThan(Math.max(earliest, restUntil));
        }
    }

    private long now() {
        return clock.now(NANOSECONDS);
    }
}
