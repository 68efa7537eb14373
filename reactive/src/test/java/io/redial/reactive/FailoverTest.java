package io.redial.reactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.TransportException;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Two hosts, of which the first cannot always be reached, in virtual time. */
class FailoverTest {
    private static final String FIRST = "redis.first.example";
    private static final String SECOND = "redis.second.example";
    private static final HttpAnswer ANSWER =
            new HttpAnswer(200, "application/json", null, "{\"Response\": {}}".getBytes(UTF_8));
    private static final ApiRequest<?> READ = DescribeTaskInfoRequest.of(1);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedTransport server = new ScriptedTransport(time);
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final Client client = Client.of(
            TencentRedis.builder()
                    .credentials(Credentials.of("AKID", "key"))
                    .region(Region.AP_GUANGZHOU)
                    .endpoint(URI.create("https://" + FIRST))
                    .alternatives(URI.create("https://" + SECOND))
                    .circuitBreakers(breakers)
                    .scheduler(time),
            server);
    private final List<Throwable> errors = new ArrayList<>();
    private boolean firstIsDown = true;

    @Test
    void aCallThatCannotConnectGoesToTheNextHost() {
        server.cannotConnect().answers("{}");

        call(READ);

        assertThat(hosts()).containsExactly(FIRST, SECOND);
        assertThat(errors).isEmpty();
    }

    @Test
    void aReadWithoutAnAnswerGoesToTheNextHost() {
        server.breaksOffAfterSending().answersWithAPage(502).answers("{}");

        call(READ);

        assertThat(hosts()).as("when both have failed, the first again").containsExactly(FIRST, SECOND, FIRST);
        assertThat(errors).isEmpty();
    }

    @Test
    void aWriteWithoutAnAnswerGoesNowhere() {
        server.breaksOffAfterSending().answers("{}");

        call(UpgradeInstanceRequest.of("crs-1", 1024));

        assertThat(hosts()).containsExactly(FIRST);
        assertThat(errors).singleElement().isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aRefusalByTheServerStaysWithItsHost() {
        server.refuses("InternalError").answers("{}");

        call(READ);

        assertThat(hosts()).containsExactly(FIRST, FIRST);
    }

    @Test
    void aHostThatCannotBeReachedIsLeftAloneAndTriedAgainLater() {
        server.then(call -> {
            call.sent(time.now(TimeUnit.NANOSECONDS));
            return firstIsDown && call.target().host().equals(FIRST)
                    ? Mono.error(new ConnectException("refused"))
                    : Mono.just(ANSWER);
        });
        for (var i = 0; i < 10; i++) {
            call(READ);
        }
        assertThat(breakers.circuitBreaker(FIRST).getState()).isEqualTo(CircuitBreaker.State.OPEN);
        server.received().clear();

        call(READ);
        assertThat(hosts()).containsExactly(SECOND);

        firstIsDown = false;
        time.advanceTimeBy(Duration.ofSeconds(31));
        server.received().clear();
        for (var i = 0; i < 4; i++) {
            call(READ);
        }
        assertThat(hosts()).containsOnly(FIRST);
        assertThat(breakers.circuitBreaker(FIRST).getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void whenNoHostCanBeReachedTheErrorSaysSo() {
        server.cannotConnect();

        for (var i = 0; i < 20; i++) {
            call(READ);
        }

        assertThat(errors).hasSize(20).allMatch(TransportException.class::isInstance);
    }

    @Test
    void aCancelledCallSaysNothingAboutItsHost() {
        server.neverAnswers();
        for (var i = 0; i < 30; i++) {
            client.call(READ).subscribe().dispose();
        }

        assertThat(breakers.circuitBreaker(FIRST).getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breakers.circuitBreaker(FIRST).getMetrics().getNumberOfBufferedCalls())
                .isZero();
    }

    private void call(ApiRequest<?> request) {
        client.call(request).subscribe(answer -> {}, errors::add);
        time.advanceTimeBy(Duration.ofSeconds(10));
    }

    private List<String> hosts() {
        return server.received().stream().map(HttpCall::uri).map(URI::getHost).toList();
    }
}
