package io.redial.benchmarks.operations;

import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.reactive.Lane;
import io.redial.reactive.follow.Progress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts work on every instance at once, and follows all of it. */
final class FollowMeasurement {
    private final OperationsFixture fixture;
    private final DurationSamples delays = new DurationSamples();

    private FollowMeasurement(OperationsFixture test) {
        this.fixture = test;
    }

    /** How long after its end each piece of work was told to be over; those that are not told in time are missing. */
    static Mono<DurationSamples> measure(
            Function<BenchmarkInstance, FollowableRequest<?>> request,
            List<BenchmarkInstance> instances,
            OperationsFixture test,
            OperationsPlan plan) {
        return Mono.defer(() -> {
            var followed = new FollowMeasurement(test);
            return Flux.fromIterable(instances)
                    .zipWithIterable(plan.durations())
                    .flatMap(
                            work -> followed.follow(request.apply(work.getT1()), work.getT1(), work.getT2()),
                            plan.operationCount())
                    .takeUntilOther(Mono.delay(plan.timeout(), BenchmarkClock.SCHEDULER))
                    .then(Mono.fromSupplier(() -> followed.delays));
        });
    }

    private <O extends FollowableResponse> Mono<Void> follow(
            FollowableRequest<O> request, BenchmarkInstance instance, Duration length) {
        fixture.cloud().setNextTaskOutcome(instance.id(), TaskOutcome.succeedsAfter(length));
        var over = new long[1];
        return fixture.redis()
                .in(Lane.BULK)
                .follow(request)
                .doOnNext(step -> {
                    if (step instanceof Progress.Submitted) {
                        over[0] = BenchmarkClock.nanos() - OperationsFixture.ONE_WAY_DELAY.toNanos() + length.toNanos();
                    } else if (step instanceof Progress.Succeeded) {
                        delays.add(BenchmarkClock.nanos() - over[0]);
                    }
                })
                .doOnError(error -> System.err.println("lost: " + error))
                .onErrorComplete()
                .then();
    }
}
