package io.redial.benchmarks.following;

import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.emulator.cloud.TaskFate;
import io.redial.reactive.Lane;
import io.redial.reactive.follow.Progress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts work on every instance at once, and follows all of it. */
final class Followed {
    private final CloudOfWork test;
    private final Sample delays = new Sample();

    private Followed(CloudOfWork test) {
        this.test = test;
    }

    /** How long after its end each piece of work was told to be over; those that are not told in time are missing. */
    static Mono<Sample> all(
            Function<Instance, FollowableRequest<?>> request, List<Instance> instances, CloudOfWork test, Plan plan) {
        return Mono.defer(() -> {
            var followed = new Followed(test);
            return Flux.fromIterable(instances)
                    .zipWithIterable(plan.lengths())
                    .flatMap(
                            work -> followed.follow(request.apply(work.getT1()), work.getT1(), work.getT2()),
                            plan.works())
                    .takeUntilOther(Mono.delay(plan.limit(), Clock.TIMERS))
                    .then(Mono.fromSupplier(() -> followed.delays));
        });
    }

    private <O extends FollowableResponse> Mono<Void> follow(
            FollowableRequest<O> request, Instance instance, Duration length) {
        test.cloud().nextTask(instance.id(), TaskFate.takes(length));
        var over = new long[1];
        return test.redis()
                .in(Lane.BULK)
                .follow(request)
                .doOnNext(step -> {
                    if (step instanceof Progress.Submitted) {
                        over[0] = Clock.nanos() - CloudOfWork.ONE_WAY.toNanos() + length.toNanos();
                    } else if (step instanceof Progress.Succeeded) {
                        delays.add(Clock.nanos() - over[0]);
                    }
                })
                .doOnError(error -> System.err.println("lost: " + error))
                .onErrorComplete()
                .then();
    }
}
