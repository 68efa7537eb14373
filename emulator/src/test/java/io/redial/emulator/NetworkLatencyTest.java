package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkLatencyTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .latency(Duration.ofMillis(40), Duration.ofMillis(40))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void request_isCountedHalfwayAndAnsweredAtTheEnd() {
        var answer = send();
        Await.until(clock::pendingTimerCount, waiting -> waiting == 1);
        clock.advance(Duration.ofMillis(19));
        assertThat(emulator.callCount()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(emulator.callCount()).isEqualTo(1);
        assertThat(answer).isNotDone();
        clock.advance(Duration.ofMillis(20));
        assertThat(answer.join().has("TotalCount")).isTrue();
    }

    @Test
    void quota_isCheckedOnArrival() {
        emulator.setQuota("DescribeInstances", 1);
        var first = send();
        Await.until(clock::pendingTimerCount, waiting -> waiting == 1);
        clock.advance(Duration.ofMillis(10));
        var second = send();
        Await.until(clock::pendingTimerCount, waiting -> waiting == 2);
        clock.advance(Duration.ofMillis(60));
        assertThat(Api3TestClient.errorCode(first.join())).isEmpty();
        assertThat(Api3TestClient.errorCode(second.join())).isEqualTo("RequestLimitExceeded");
    }

    @Test
    void close_abortsRequestsInTransit() {
        var answer = send();
        Await.until(clock::pendingTimerCount, waiting -> waiting == 1);
        emulator.close();
        assertThat(answer).failsWithin(Duration.ofSeconds(10));
        Await.until(clock::pendingTimerCount, waiting -> waiting == 0);
    }

    private CompletableFuture<JsonNode> send() {
        return CompletableFuture.supplyAsync(() -> client.call("DescribeInstances", "{}"));
    }
}
