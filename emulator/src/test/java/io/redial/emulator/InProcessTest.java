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
class InProcessTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().clock(clock).build());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void withoutLatencyTheAnswerIsThereAtOnceOnTheThreadOfTheSubscriber() {
        var thread = new AtomicReference<Thread>();
        var answer = now(request("{\"Limit\":1}").inProcess().doOnNext(any -> thread.set(Thread.currentThread())));

        assertThat(answer.path("TotalCount").intValue()).isEqualTo(300);
        assertThat(thread).hasValue(Thread.currentThread());
    }

    @Test
    void itAnswersWhatHttpAnswers() {
        var body = "{\"Limit\":1,\"Offset\":7}";
        assertThat(now(request(body).inProcess()).path("InstanceSet"))
                .isEqualTo(request(body).send().path("InstanceSet"));
        assertThat(now(request("{}").get("Limit=3").inProcess()).path("InstanceSet"))
                .hasSize(3);
    }

    @Test
    void signatureQuotaAndParametersAreChecked() {
        emulator.quota("DescribeInstances", 2);
        assertThat(code(request("{}").key(emulator.secretId(), "wrong"))).isEqualTo("AuthFailure.SignatureFailure");
        assertThat(code(request("{}").secondsLater(-301))).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(code(request("{\"Nothing\":1}"))).isEqualTo("UnknownParameter");
        assertThat(code(request(" ".repeat(10_485_761)))).isEqualTo("RequestSizeLimitExceeded");
        assertThat(code(request("{}"))).isEmpty();
        assertThat(code(request("{}"))).isEqualTo("RequestLimitExceeded");
        assertThat(emulator.calls("DescribeInstances")).isEqualTo(6);
        assertThat(emulator.refusals("DescribeInstances")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(code(request("{}"))).isEmpty();
    }

    @Test
    void everySubscriberSendsARequestOfItsOwn() {
        var answer = request("{}").inProcess();
        assertThat(emulator.calls()).isZero();
        assertThat(now(answer).path("RequestId")).isNotEqualTo(now(answer).path("RequestId"));
        assertThat(emulator.calls()).isEqualTo(2);
    }

    @Test
    void latencyGoesByTheClockAndCancellingCallsTheRequestOff() {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .latency(Duration.ofMillis(40), Duration.ofMillis(40))
                .build());
        var answers = new ArrayList<JsonNode>();
        request("{}").inProcess().subscribe(answers::add);
        request("{}").inProcess().subscribe(answers::add).dispose();
        clock.advance(Duration.ofMillis(39));
        assertThat(emulator.calls()).isEqualTo(1);
        assertThat(answers).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(answers).hasSize(1);
        assertThat(clock.waiting()).isZero();
    }

    @Test
    void aClosedCloudAnswersNothing() {
        var request = request("{}").inProcess();
        emulator.close();
        assertThat(request.toFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
    }

    private CloudCaller.Request request(String body) {
        return new CloudCaller(emulator, clock::millis)
                .request("DescribeInstances")
                .body(body);
    }

    private static String code(CloudCaller.Request request) {
        return CloudCaller.code(now(request.inProcess()));
    }

    /** Fails if there is no answer yet. */
    static <T> T now(Mono<T> mono) {
        var future = mono.toFuture();
        assertThat(future).isDone();
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new AssertionError(e);
        }
    }
}
