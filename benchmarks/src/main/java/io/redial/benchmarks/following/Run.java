package io.redial.benchmarks.following;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * The parts of a run, in their order.
 *
 * @param plan how large it was
 * @param alone users alone
 * @param tasks tasks are followed while the users go on
 * @param orders orders are followed while the users go on
 * @param lookedUp tasks are looked up one by one, without users
 */
record Run(Plan plan, Part alone, Part tasks, Part orders, Part lookedUp) {

    static Run of(Plan plan) {
        try (var test = CloudOfWork.start(plan.works())) {
            var instances = complete(test.instances(), Duration.ofMinutes(1));
            // Connections are opened and code is compiled before anything counts.
            complete(Users.until(pause(plan.warmUp()), test), plan.warmUp().plusMinutes(1));
            return new Run(
                    plan,
                    part(plan, Part.withUsers(pause(plan.alone()), test)),
                    part(plan, Part.withUsers(Followed.all(Instance::backup, instances, test, plan), test)),
                    part(plan, Part.withUsers(Followed.all(Instance::upgrade, instances, test, plan), test)),
                    part(plan, Part.of(LookedUp.all(instances, test, plan), test)));
        }
    }

    private static Part part(Plan plan, Mono<Part> part) {
        return complete(part, plan.alone().plus(plan.limit()).plusMinutes(1));
    }

    private static Mono<Sample> pause(Duration length) {
        return Mono.delay(length, Clock.TIMERS).thenReturn(new Sample());
    }

    private static <T> T complete(Mono<T> mono, Duration limit) {
        return Objects.requireNonNull(mono.block(limit));
    }

    /** Whether everything was told to be over. */
    boolean nothingLost() {
        return Stream.of(tasks, orders, lookedUp).allMatch(part -> part.delays().size() == plan.works());
    }
}
