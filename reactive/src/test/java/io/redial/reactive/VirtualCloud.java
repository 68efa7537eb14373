package io.redial.reactive;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorClock;
import io.redial.emulator.EmulatorOptions;
import io.redial.tencent.redis.Region;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A cloud and a client of it in virtual time, without a socket between them: everything happens on the test's thread. */
final class VirtualCloud implements AutoCloseable {
    private static final URI ENDPOINT = URI.create("http://redis.ap-guangzhou.tencentcloudapi.com");

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final CloudEmulator cloud;
    final TencentRedis redis;

    /** So many of the next requests for an action get no answer for ever. */
    final Map<String, Integer> hanging = new HashMap<>();

    VirtualCloud(UnaryOperator<EmulatorOptions.Builder> options) {
        this(options, UnaryOperator.identity());
    }

    VirtualCloud(UnaryOperator<EmulatorOptions.Builder> options, UnaryOperator<TencentRedisBuilder> settings) {
        // Later than 1970, when nothing could have happened before.
        time.advanceTimeBy(Duration.ofDays(1_000));
        this.cloud = CloudEmulator.start(options.apply(EmulatorOptions.builder().clock(new VirtualClock(time)))
                .build());
        this.redis = client(settings);
    }

    /** Another client of the same cloud. */
    TencentRedis client(UnaryOperator<TencentRedisBuilder> settings) {
        var builder = settings.apply(TencentRedis.builder()
                .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(ENDPOINT)
                .scheduler(time)
                .strict(true));
        return new TencentRedis(builder.config(), new EmulatorTransport());
    }

    void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    Instant now() {
        return Instant.ofEpochMilli(time.now(MILLISECONDS));
    }

    @Override
    public void close() {
        redis.close();
        cloud.close();
    }

    /** The emulator behind its in-process door. */
    private final class EmulatorTransport implements Transport {
        @Override
        public Mono<HttpAnswer> send(Call<?> call, Outgoing request) {
            return Mono.defer(() -> {
                        var http = request.signed();
                        call.sent(time.now(NANOSECONDS));
                        if (hanging.merge(call.request().action().name(), -1, Integer::sum) >= 0) {
                            return Mono.never();
                        }
                        return cloud.exchange(
                                http.method(),
                                http.uri().getPath().isEmpty()
                                        ? "/"
                                        : http.uri().getPath(),
                                "",
                                name -> header(http, name),
                                http.body());
                    })
                    .map(body -> new HttpAnswer(200, "application/json", date(), body));
        }

        private static String header(HttpCall http, String name) {
            return http.headers().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue())
                    .findFirst()
                    .orElse(null);
        }

        private String date() {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atOffset(ZoneOffset.UTC));
        }

        @Override
        public void dispose() {}
    }

    private record VirtualClock(Scheduler time) implements EmulatorClock {
        @Override
        public long nanos() {
            return time.now(NANOSECONDS);
        }

        @Override
        public Timer schedule(Duration delay, Runnable action) {
            return time.schedule(action, delay.toNanos(), NANOSECONDS)::dispose;
        }
    }
}
