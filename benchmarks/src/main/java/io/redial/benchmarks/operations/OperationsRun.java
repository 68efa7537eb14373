package io.redial.benchmarks.operations;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * The parts of a run, in their order.
 *
 * @param plan how large it was
 * @param usersOnly users alone
 * @param tasks tasks are followed while the users go on
 * @param orders orders are followed while the users go on
 * @param sequentialPolling tasks are looked up one by one, without users
 */
record OperationsRun(
        OperationsPlan plan,
        PhaseResult usersOnly,
        PhaseResult tasks,
        PhaseResult orders,
        PhaseResult sequentialPolling) {

    static OperationsRun of(OperationsPlan plan) {
        try (var test = OperationsFixture.start(plan.operationCount())) {
            var instances = complete(test.instances(), Duration.ofMinutes(1));
            // Connections are opened and code is compiled before anything counts.
            complete(
                    UserLoad.runUntil(pause(plan.warmUp()), test), plan.warmUp().plusMinutes(1));
            return new OperationsRun(
                    plan,
                    part(plan, PhaseResult.withUsers(pause(plan.usersOnlyDuration()), test)),
                    part(
                            plan,
                            PhaseResult.withUsers(
                                    FollowMeasurement.measure(BenchmarkInstance::backupRequest, instances, test, plan),
                                    test)),
                    part(
                            plan,
                            PhaseResult.withUsers(
                                    FollowMeasurement.measure(BenchmarkInstance::upgradeRequest, instances, test, plan),
                                    test)),
                    part(
                            plan,
                            PhaseResult.withoutUsers(SequentialPollMeasurement.measure(instances, test, plan), test)));
        }
    }

    private static PhaseResult part(OperationsPlan plan, Mono<PhaseResult> part) {
        return complete(part, plan.usersOnlyDuration().plus(plan.timeout()).plusMinutes(1));
    }

    private static Mono<DurationSamples> pause(Duration length) {
        return Mono.delay(length, BenchmarkClock.SCHEDULER).thenReturn(new DurationSamples());
    }

    private static <T> T complete(Mono<T> mono, Duration limit) {
        return Objects.requireNonNull(mono.block(limit));
    }

    /** Whether everything was told to be over. */
    boolean isComplete() {
        return Stream.of(tasks, orders, sequentialPolling)
                .allMatch(part -> part.delays().size() == plan.operationCount());
    }
}
