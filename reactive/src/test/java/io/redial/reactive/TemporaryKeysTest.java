package io.redial.reactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.protocol.HttpAnswer;
import io.redial.reactive.credentials.Keys;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A client whose keys live ten minutes, and a cloud that refuses those that have ended, in virtual time. */
class TemporaryKeysTest {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Instant> ends = new ArrayList<>();
    private final List<String> signedWith = new ArrayList<>();
    private Duration fetching = Duration.ofSeconds(2);

    private final CredentialsProvider keys = Keys.builder()
            .scheduler(time)
            .build()
            .refreshing(() -> Mono.delay(fetching, time).map(tick -> issued()).toFuture());

    @Test
    void aThousandCallsWhenTheKeysEndFetchOthersOnceAndNoneFails() {
        var redis = client();
        assertThat(answered(redis, 1)).isEqualTo(1);
        pass(LIFE);

        assertThat(answered(redis, 1_000)).isEqualTo(1_000);

        assertThat(ends).hasSize(2);
        assertThat(signedWith.subList(1, 1_001)).containsOnly("token-2");
    }

    @Test
    void callsWithoutAPauseFetchOthersInTheBackgroundAndNoneWaitsOrFails() {
        var redis = client();
        assertThat(answered(redis, 1)).isEqualTo(1);
        fetching = Duration.ofSeconds(20);
        var began = ends.get(0).minus(LIFE);

        for (var second = 0; second < 3_600; second++) {
            var answers = new ArrayList<String>();
            redis.call(DescribeTaskInfoRequest.of(1)).subscribe(answer -> answers.add("answer"));
            time.advanceTimeBy(Duration.ZERO);
            assertThat(answers).as("after %d s", second).hasSize(1);
            pass(Duration.ofSeconds(1));
        }

        // Each fetched 8 min after the one before it, which took 20 s.
        assertThat(ends.stream()
                        .map(end -> Duration.between(began, end.minus(LIFE)))
                        .toList())
                .hasSize(8)
                .startsWith(Duration.ZERO, Duration.ofSeconds(500), Duration.ofSeconds(1_000));
    }

    private int answered(TencentRedis redis, int calls) {
        var answers = new ArrayList<Object>();
        Flux.range(0, calls)
                .flatMap(call -> redis.call(DescribeTaskInfoRequest.of(1)), calls)
                .subscribe(answers::add, error -> answers.clear());
        pass(Duration.ofSeconds(3));
        return answers.size();
    }

    private Credentials issued() {
        ends.add(now().plus(LIFE));
        return Credentials.of("AKID", "hush", "token-" + ends.size()).until(ends.get(ends.size() - 1));
    }

    private TencentRedis client() {
        var settings = TencentRedis.builder()
                .credentials(keys)
                .region(Region.AP_GUANGZHOU)
                .quotaEnforced(false)
                .maxAttempts(1)
                .scheduler(time);
        return new TencentRedis(settings.config(), new Cloud());
    }

    private Instant now() {
        return Instant.ofEpochMilli(time.now(MILLISECONDS));
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    private final class Cloud implements Transport {
        @Override
        public Mono<HttpAnswer> send(Call<?> call, Outgoing request) {
            return Mono.fromSupplier(() -> {
                call.sent(time.now(NANOSECONDS));
                var token = request.signed().headers().get("X-TC-Token");
                signedWith.add(token);
                var number = Integer.parseInt(token.substring("token-".length()));
                var body = now().isBefore(ends.get(number - 1))
                        ? "{\"Response\": {\"RequestId\": \"r\"}}"
                        : "{\"Response\": {\"Error\": {\"Code\": \"AuthFailure.TokenFailure\", \"Message\": \"over\"}}}";
                return new HttpAnswer(200, "application/json", null, body.getBytes(UTF_8));
            });
        }

        @Override
        public void dispose() {}
    }
}
