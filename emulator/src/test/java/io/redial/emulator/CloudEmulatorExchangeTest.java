package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The door without a socket: the same checks and counts, on the clock and the threads of the test alone. */
class CloudEmulatorExchangeTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().clock(clock).build());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void withoutLatency_respondsOnTheSubscribersThread() {
        var thread = new AtomicReference<Thread>();
        var answer = completedValue(
                request("{\"Limit\":1}").exchangeInProcess().doOnNext(any -> thread.set(Thread.currentThread())));

        assertThat(answer.path("TotalCount").intValue()).isEqualTo(300);
        assertThat(thread).hasValue(Thread.currentThread());
    }

    @Test
    void respondsAsOverHttp() {
        var body = "{\"Limit\":1,\"Offset\":7}";
        assertThat(completedValue(request(body).exchangeInProcess()).path("InstanceSet"))
                .isEqualTo(request(body).send().path("InstanceSet"));
        assertThat(completedValue(request("{}").get("Limit=3").exchangeInProcess())
                        .path("InstanceSet"))
                .hasSize(3);
    }

    @Test
    void checksSignatureQuotaAndParameters() {
        emulator.setQuota("DescribeInstances", 2);
        assertThat(code(request("{}").credentials(emulator.secretId(), "wrong")))
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(code(request("{}").shiftTimestamp(-301))).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(code(request("{\"Nothing\":1}"))).isEqualTo("UnknownParameter");
        assertThat(code(request(" ".repeat(10_485_761)))).isEqualTo("RequestSizeLimitExceeded");
        assertThat(code(request("{}"))).isEmpty();
        assertThat(code(request("{}"))).isEqualTo("RequestLimitExceeded");
        assertThat(emulator.callCount("DescribeInstances")).isEqualTo(6);
        assertThat(emulator.throttledCount("DescribeInstances")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(code(request("{}"))).isEmpty();
    }

    @Test
    void everySubscription_sendsItsOwnRequest() {
        var answer = request("{}").exchangeInProcess();
        assertThat(emulator.callCount()).isZero();
        assertThat(completedValue(answer).path("RequestId"))
                .isNotEqualTo(completedValue(answer).path("RequestId"));
        assertThat(emulator.callCount()).isEqualTo(2);
    }

    @Test
    void latency_followsTheClockAndCancelStopsTheRequest() {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .latency(Duration.ofMillis(40), Duration.ofMillis(40))
                .build());
        var answers = new ArrayList<JsonNode>();
        request("{}").exchangeInProcess().subscribe(answers::add);
        request("{}").exchangeInProcess().subscribe(answers::add).dispose();
        clock.advance(Duration.ofMillis(39));
        assertThat(emulator.callCount()).isEqualTo(1);
        assertThat(answers).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(answers).hasSize(1);
        assertThat(clock.pendingTimerCount()).isZero();
    }

    @Test
    void closedEmulator_failsTheExchange() {
        var request = request("{}").exchangeInProcess();
        emulator.close();
        assertThat(request.toFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
    }

    private Api3TestClient.Request request(String body) {
        return new Api3TestClient(emulator, clock::millis)
                .request("DescribeInstances")
                .body(body);
    }

    private static String code(Api3TestClient.Request request) {
        return Api3TestClient.errorCode(completedValue(request.exchangeInProcess()));
    }

    /** Fails if there is no answer yet. */
    static <T> T completedValue(Mono<T> mono) {
        var future = mono.toFuture();
        assertThat(future).isDone();
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new AssertionError(e);
        }
    }
}
