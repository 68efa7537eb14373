package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Catalog;
import io.redial.reactive.follow.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action whose answer names work, from its documented request to the end of the work. */
class FollowEveryActionTest {
    private static final Duration TASK = Duration.ofSeconds(20);

    private static VirtualCloud virtual;
    private static FollowableRequests requests;

    @BeforeAll
    static void start() {
        virtual = new VirtualCloud(options -> options.instances(400).taskDuration(TASK, TASK));
        requests = new FollowableRequests(virtual, TASK);
    }

    @AfterAll
    static void stop() {
        virtual.close();
    }

    static Stream<ActionSpec> followable() {
        return Catalog.tencentRedis().actions().stream().filter(action -> action.handle() != null);
    }

    @Test
    void thereAreThoseOfTheDocumentAndTheOneThatItOnlyLists() {
        assertThat(followable()).hasSize(42 + 1);
    }

    @ParameterizedTest
    @MethodSource("followable")
    void isFollowedToTheEndOfItsWork(ActionSpec action) throws JsonProcessingException {
        var request = requests.of(action);
        var steps = new ArrayList<Progress<?>>();
        var errors = new ArrayList<Throwable>();
        var took = new ArrayList<Duration>();
        var began = virtual.now();

        virtual.redis
                .follow(request)
                .doFinally(end -> took.add(Duration.between(began, virtual.now())))
                .subscribe(steps::add, errors::add);
        virtual.pass(TASK.plusSeconds(4));

        assertThat(errors).isEmpty();
        assertThat(steps).first().isInstanceOf(Progress.Submitted.class);
        assertThat(steps).last().isInstanceOf(Progress.Succeeded.class);
        assertThat(took)
                .singleElement()
                .satisfies(time -> assertThat(time).isBetween(Duration.ofSeconds(1), TASK.plusSeconds(3)));
    }
}
