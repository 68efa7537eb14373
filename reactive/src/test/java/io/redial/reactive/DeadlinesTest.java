package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.TransportException;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** When attempts are given up, in virtual time: each to the point, and none costs a timer. */
class DeadlinesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final CountingScheduler scheduler = new CountingScheduler(time);
    private final ScriptedTransport server = new ScriptedTransport(time);
    private final List<Throwable> errors = new ArrayList<>();

    @Test
    void aThousandAttemptsShareOneTimer() {
        server.neverAnswers();
        var client = client(Duration.ofMinutes(1));
        for (var i = 0; i < 1_000; i++) {
            call(client);
        }
        assertThat(scheduler.timers()).isEqualTo(1);

        time.advanceTimeBy(TIMEOUT.minus(MOMENT));
        assertThat(errors).isEmpty();
        time.advanceTimeBy(MOMENT);

        assertThat(errors)
                .hasSize(1_000)
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(TransportException.class)
                        .hasStackTraceContaining("nothing within 10000 ms"));
        assertThat(scheduler.timers()).isZero();
    }

    @Test
    void theTimerThatStoodForAnAnsweredCallServesThoseAfterIt() {
        server.answers("{}").neverAnswers();
        var client = client(Duration.ofMinutes(1));
        call(client);
        time.advanceTimeBy(Duration.ofSeconds(4));
        call(client);

        time.advanceTimeBy(TIMEOUT.minus(MOMENT));
        assertThat(errors).isEmpty();
        time.advanceTimeBy(MOMENT);

        assertThat(errors).hasSize(1);
        assertThat(scheduler.timers()).isZero();
    }

    @Test
    void aDeadlineThatIsNearerCounts() {
        server.neverAnswers();
        call(client(Duration.ofSeconds(3)));

        time.advanceTimeBy(Duration.ofSeconds(3).minus(MOMENT));
        assertThat(errors).isEmpty();
        time.advanceTimeBy(MOMENT);

        assertThat(errors)
                .hasSize(1)
                .first()
                .satisfies(error -> assertThat(error).hasStackTraceContaining("nothing within 3000 ms"));
    }

    @Test
    void callsThatEndWithTheirDeadlinesShareOneTimerToo() {
        server.neverAnswers();
        var client = client(TIMEOUT);
        for (var i = 0; i < 1_000; i++) {
            call(client);
            time.advanceTimeBy(MOMENT);
        }

        assertThat(scheduler.timers()).isEqualTo(1);
        time.advanceTimeBy(TIMEOUT.minus(MOMENT.multipliedBy(1_000)));
        assertThat(errors).hasSize(1);
        time.advanceTimeBy(MOMENT.multipliedBy(999));
        assertThat(errors).hasSize(1_000);
    }

    @Test
    void aRetryThatEndsBeforeACallThatBeganEarlierIsGivenUpToThePoint() {
        server.neverAnswers().neverAnswers().neverAnswers();
        var client = client(Duration.ofSeconds(15), 2);
        call(client);
        time.advanceTimeBy(Duration.ofSeconds(9));
        call(client);

        time.advanceTimeBy(Duration.ofSeconds(6).minus(MOMENT));
        assertThat(errors).isEmpty();
        time.advanceTimeBy(MOMENT);

        assertThat(errors).hasSize(1);
    }

    @Test
    void aCancelledCallIsNotGivenUpLater() {
        server.neverAnswers();
        var client = client(Duration.ofMinutes(1));
        var cancelled = client.call(DescribeTaskInfoRequest.of(1)).subscribe(answer -> {}, errors::add);
        call(client);
        cancelled.dispose();

        time.advanceTimeBy(TIMEOUT);

        assertThat(errors).hasSize(1);
    }

    private void call(Client client) {
        client.call(DescribeTaskInfoRequest.of(1)).subscribe(answer -> {}, errors::add);
    }

    private Client client(Duration deadline) {
        return client(deadline, 1);
    }

    private Client client(Duration deadline, int attempts) {
        return Client.of(
                TencentRedis.builder()
                        .credentials(Credentials.of("id", "key"))
                        .region(Region.AP_GUANGZHOU)
                        .quotaEnforced(false)
                        .maxAttempts(attempts)
                        .attemptTimeout(TIMEOUT)
                        .deadline(deadline)
                        .scheduler(scheduler),
                server);
    }
}
