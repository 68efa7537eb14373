package io.redial.benchmarks.following;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What one part of a run came to.
 *
 * @param delays how long after its end each piece of work was told to be over
 * @param users what users did meanwhile
 * @param polls the calls to each action that looks something up, those of the users left out
 * @param refused how many calls of all kinds the server refused because of a quota
 * @param effort what it took
 */
record Part(Sample delays, UserCalls users, Map<String, Long> polls, long refused, Effort effort) {
    private static final List<String> LOOK_UPS =
            List.of("DescribeTaskInfo", "DescribeTaskList", "DescribeInstanceDealDetail", "DescribeInstances");

    /** Work alone. */
    static Mono<Part> of(Mono<Sample> work, CloudOfWork test) {
        return measured(work.map(delays -> new Outcome(delays, new UserCalls())), test);
    }

    /** Work with users. */
    static Mono<Part> withUsers(Mono<Sample> work, CloudOfWork test) {
        return measured(
                Mono.defer(() -> {
                    var delays = work.cache();
                    return Users.until(delays, test).zipWith(delays, (users, told) -> new Outcome(told, users));
                }),
                test);
    }

    private static Mono<Part> measured(Mono<Outcome> outcome, CloudOfWork test) {
        return Mono.defer(() -> {
            var callsBefore = calls(test);
            var refusedBefore = test.cloud().refusals();
            var meter = Effort.begin();
            return outcome.map(what -> {
                var polls = calls(test);
                polls.replaceAll((action, calls) -> calls
                        - callsBefore.getOrDefault(action, 0L)
                        - what.users().of(action));
                return new Part(
                        what.delays(), what.users(), polls, test.cloud().refusals() - refusedBefore, meter.end());
            });
        });
    }

    long pollsOfAllKinds() {
        return polls.values().stream().mapToLong(calls -> calls).sum();
    }

    private static Map<String, Long> calls(CloudOfWork test) {
        var calls = new LinkedHashMap<String, Long>();
        LOOK_UPS.forEach(action -> calls.put(action, test.cloud().calls(action)));
        return calls;
    }

    private record Outcome(Sample delays, UserCalls users) {}
}
