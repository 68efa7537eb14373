package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.core.IntervalFunction;
import io.redial.core.Effect;
import io.redial.core.error.CallSite;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TransportException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.ratelimit.RetryPolicy.Decision;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private static final IntervalFunction BACKOFF =
            IntervalFunction.ofExponentialBackoff(Duration.ofMillis(100), 2, Duration.ofMillis(250));
    private static final CallSite CALL = new CallSite("UpgradeInstance", "ap-guangzhou", "redis.example.com");
    private static final Map<String, Throwable> FAILURES = Map.of(
            "throttled", refused("RequestLimitExceeded"),
            "internal error", refused("InternalError.DbOperationFailed"),
            "unavailable", refused("ServiceUnavailable"),
            "clock", refused("AuthFailure.SignatureExpire"),
            "no such instance", refused("ResourceNotFound.InstanceNotExists"),
            "not sent", TransportException.notSent(CALL, new IOException("connection refused")),
            "unanswered", TransportException.unanswered(CALL, new IOException("connection reset")),
            "gateway page", new UnreadableAnswerException(CALL, 502, "text/html", "<html>", "bad"),
            "gateway says slow down", new UnreadableAnswerException(CALL, 429, "text/html", "<html>", "bad"),
            "bug", new IllegalStateException("a bug"));

    private final RetryPolicy policy = new RetryPolicy(3, BACKOFF, () -> 0.5);

    @ParameterizedTest(name = "{0}: read {1}, idempotent write {2}, write {3}")
    @CsvSource({
        "throttled,        again,  again,  again",
        "not sent,         again,  again,  again",
        "unanswered,       again,  again,  unknown",
        "gateway page,     again,  again,  unknown",
        "gateway says slow down, again, again, again",
        "internal error,   again,  again,  fails",
        "unavailable,      again,  again,  fails",
        "clock,            fails,  fails,  fails",
        "no such instance, fails,  fails,  fails",
        "bug,              fails,  fails,  fails",
    })
    void decides(String failure, String read, String idempotentWrite, String write) {
        var error = FAILURES.get(failure);

        assertThat(decision(Effect.READ, error)).isEqualTo(read);
        assertThat(decision(Effect.IDEMPOTENT_WRITE, error)).isEqualTo(idempotentWrite);
        assertThat(decision(Effect.WRITE, error)).isEqualTo(write);
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "2, 100"})
    void theBoundOfTheWaitDoubles(int attempt, long millis) {
        assertThat(policy.decide(Effect.READ, attempt, FAILURES.get("throttled")))
                .isEqualTo(new Decision.Again(Duration.ofMillis(millis)));
    }

    @Test
    void theBoundOfTheWaitHasABound() {
        var patient = new RetryPolicy(99, BACKOFF, () -> 1.0);

        assertThat(patient.decide(Effect.READ, 90, FAILURES.get("throttled")))
                .isEqualTo(new Decision.Again(Duration.ofMillis(250)));
    }

    @Test
    void theLastAttemptFailsWithItsOwnError() {
        var error = FAILURES.get("throttled");

        assertThat(policy.decide(Effect.READ, 3, error)).isEqualTo(new Decision.GiveUp(error));
    }

    @Test
    void aCallIsSentAtLeastOnce() {
        assertThatThrownBy(() -> new RetryPolicy(0, BACKOFF, () -> 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private String decision(Effect effect, Throwable error) {
        var decision = policy.decide(effect, 1, error);
        if (decision instanceof Decision.GiveUp giveUp) {
            return giveUp.error() instanceof OutcomeUnknownException ? "unknown" : "fails";
        }
        return "again";
    }

    private static ServiceException refused(String code) {
        return new ServiceException(CALL, code, "no", "r-1");
    }
}
