package io.redial.reactive.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.error.CallSite;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class PollerTest {
    private static final CallSite CALL = new CallSite("DescribeTaskInfo", "ap-guangzhou", "redis.example.com");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<List<String>> lookUps = new ArrayList<>();
    private final Map<String, String> states = new LinkedHashMap<>(Map.of("a", "running", "b", "running"));
    private final List<String> seen = new ArrayList<>();
    private Throwable fault;

    private final Poller<String, String> poller = new Poller<>(this::lookUp, 10, Duration.ofMillis(500), time);

    @Test
    void allWhoWatchAreServedByOneLookUp() {
        watch("a");
        watch("b");
        watch("a");

        time.advanceTimeBy(Duration.ofMillis(500));

        assertThat(lookUps)
                .hasSize(1)
                .first()
                .satisfies(keys -> assertThat(keys).containsExactlyInAnyOrder("a", "b"));
        assertThat(seen).containsExactlyInAnyOrder("a running", "a running", "b running");
    }

    @Test
    void asManyAsFitGoIntoACall() {
        for (var i = 0; i < 25; i++) {
            watch("task-" + i);
        }

        time.advanceTimeBy(Duration.ofMillis(500));

        assertThat(lookUps).extracting(List::size).containsExactly(10, 10, 5);
    }

    @Test
    void nothingIsAskedWhenNobodyWatches() {
        var first = watch("a");
        time.advanceTimeBy(Duration.ofSeconds(1));
        first.dispose();
        time.advanceTimeBy(Duration.ofSeconds(1));
        lookUps.clear();

        time.advanceTimeBy(Duration.ofMinutes(5));
        assertThat(lookUps).isEmpty();

        watch("b");
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(lookUps).isNotEmpty();
    }

    @Test
    void oneWhoLeavesDoesNotDisturbTheOthers() {
        var leaving = watch("a");
        watch("b");
        time.advanceTimeBy(Duration.ofMillis(500));
        leaving.dispose();
        seen.clear();

        time.advanceTimeBy(Duration.ofMillis(500));

        assertThat(seen).containsExactly("b running");
    }

    @Test
    void aFaultThatMayPassIsSleptOver() {
        watch("a");
        fault = TransportException.unanswered(CALL, new IOException("reset"));
        time.advanceTimeBy(Duration.ofMillis(500));
        assertThat(seen).isEmpty();
        fault = null;

        time.advanceTimeBy(Duration.ofMillis(500));

        assertThat(seen).containsExactly("a running");
    }

    @Test
    void aFaultThatDoesNotPassIsTold() {
        watch("a");
        fault = new ServiceException(CALL, "UnauthorizedOperation", "no", "r-1");

        time.advanceTimeBy(Duration.ofMillis(500));

        assertThat(seen).hasSize(1).first().asString().contains("UnauthorizedOperation");
        time.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(lookUps).hasSize(1);
    }

    private Disposable watch(String key) {
        return poller.watch(key).subscribe(state -> seen.add(key + " " + state), error -> seen.add(error.getMessage()));
    }

    private Mono<Map<String, String>> lookUp(List<String> keys) {
        return Mono.defer(() -> {
            lookUps.add(keys);
            return fault == null ? Mono.just(states) : Mono.error(fault);
        });
    }
}
