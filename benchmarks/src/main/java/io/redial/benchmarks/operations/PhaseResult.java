package io.redial.benchmarks.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What one part of a run came to.
 *
 * @param delays how long after its end each piece of work was told to be over
 * @param userCalls what users did meanwhile
 * @param polls the calls to each action that looks something up, those of the users left out
 * @param throttled how many calls of all kinds the server refused because of a quota
 * @param resources what it took
 */
record PhaseResult(
        DurationSamples delays, UserCalls userCalls, Map<String, Long> polls, long throttled, ResourceUsage resources) {
    private static final List<String> POLL_ACTIONS =
            List.of("DescribeTaskInfo", "DescribeTaskList", "DescribeInstanceDealDetail", "DescribeInstances");

    /** Work alone. */
    static Mono<PhaseResult> withoutUsers(Mono<DurationSamples> work, OperationsFixture test) {
        return measured(work.map(delays -> new Outcome(delays, new UserCalls())), test);
    }

    /** Work with users. */
    static Mono<PhaseResult> withUsers(Mono<DurationSamples> work, OperationsFixture test) {
        return measured(
                Mono.defer(() -> {
                    var delays = work.cache();
                    return UserLoad.runUntil(delays, test).zipWith(delays, (users, told) -> new Outcome(told, users));
                }),
                test);
    }

    private static Mono<PhaseResult> measured(Mono<Outcome> outcome, OperationsFixture test) {
        return Mono.defer(() -> {
            var callsBefore = calls(test);
            var refusedBefore = test.cloud().throttledCount();
            var meter = ResourceUsage.start();
            return outcome.map(what -> {
                var polls = calls(test);
                polls.replaceAll((action, calls) -> calls
                        - callsBefore.getOrDefault(action, 0L)
                        - what.userCalls().countOf(action));
                return new PhaseResult(
                        what.delays(),
                        what.userCalls(),
                        polls,
                        test.cloud().throttledCount() - refusedBefore,
                        meter.stop());
            });
        });
    }

    long totalPolls() {
        return polls.values().stream().mapToLong(calls -> calls).sum();
    }

    private static Map<String, Long> calls(OperationsFixture test) {
        var calls = new LinkedHashMap<String, Long>();
        POLL_ACTIONS.forEach(action -> calls.put(action, test.cloud().callCount(action)));
        return calls;
    }

    private record Outcome(DurationSamples delays, UserCalls userCalls) {}
}
