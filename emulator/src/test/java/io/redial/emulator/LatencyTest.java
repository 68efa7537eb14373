package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .latency(Duration.ofMillis(40), Duration.ofMillis(40))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aRequestIsCountedHalfWayAndAnsweredInTheEnd() {
        var answer = send();
        Deadline.poll(clock::waiting, waiting -> waiting == 1);
        clock.advance(Duration.ofMillis(19));
        assertThat(emulator.calls()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(emulator.calls()).isEqualTo(1);
        assertThat(answer).isNotDone();
        clock.advance(Duration.ofMillis(20));
        assertThat(answer.join().has("TotalCount")).isTrue();
    }

    @Test
    void aQuotaIsJudgedOnArrival() {
        emulator.quota("DescribeInstances", 1);
        var first = send();
        Deadline.poll(clock::waiting, waiting -> waiting == 1);
        clock.advance(Duration.ofMillis(10));
        var second = send();
        Deadline.poll(clock::waiting, waiting -> waiting == 2);
        clock.advance(Duration.ofMillis(60));
        assertThat(CloudCaller.code(first.join())).isEmpty();
        assertThat(CloudCaller.code(second.join())).isEqualTo("RequestLimitExceeded");
    }

    @Test
    void closingCutsOffWhatIsOnItsWay() {
        var answer = send();
        Deadline.poll(clock::waiting, waiting -> waiting == 1);
        emulator.close();
        assertThat(answer).failsWithin(Duration.ofSeconds(10));
        Deadline.poll(clock::waiting, waiting -> waiting == 0);
    }

    private CompletableFuture<JsonNode> send() {
        return CompletableFuture.supplyAsync(() -> caller.call("DescribeInstances", "{}"));
    }
}
