package io.redial.benchmarks.sockets;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.ApiRequest;
import io.redial.tencent.redis.DescribeBackupDownloadRestrictionRequest;
import io.redial.tencent.redis.DescribeTaskListRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Measures how well the client uses its quotas over loopback sockets, against the emulator with a sliding quota and 0 to
 * 30 ms of latency. Takes about four minutes, and writes a page.
 */
public final class QuotaOverSockets {
    private static final Scheduler CLOCK = Schedulers.parallel();
    private static final Duration RUN = Duration.ofSeconds(60);
    private static final int IN_FLIGHT = 256;

    private static final ApiRequest<?> REQUEST_20_PER_SECOND =
            DescribeBackupDownloadRestrictionRequest.builder().build();
    private static final ApiRequest<?> REQUEST_100_PER_SECOND =
            DescribeTaskListRequest.builder().limit(1).build();

    private QuotaOverSockets() {}

    /**
     * Runs all measurements, one after the other.
     *
     * @param args the file to write the page to
     */
    public static void main(String[] args) throws IOException {
        var page = String.join(
                        "\n\n",
                        List.of(
                                "# Quotas over real sockets",
                                "The client, as it is shipped, against the emulator with a sliding quota; 0 to 30 ms of latency for"
                                        + " each call, on loopback, both in one JVM ("
                                        + Runtime.version() + ", "
                                        + Runtime.getRuntime().availableProcessors()
                                        + " processors). Refresh with:",
                                "    java -cp benchmarks/target/redial-benchmarks.jar"
                                        + " io.redial.benchmarks.sockets.QuotaOverSockets docs/quota-over-sockets.md",
                                "## More demand than quota, for a minute",
                                "| action | quota | answered | use | refused |\n|---|---|---|---|---|\n"
                                        + steady(REQUEST_20_PER_SECOND) + "\n" + steady(REQUEST_100_PER_SECOND),
                                "## From idle: 200 calls at once, at 20 a second",
                                fromIdle(),
                                "## The server lowers 20 a second to 12, and raises it again",
                                lowered()))
                + "\n";
        Files.writeString(Path.of(args[0]), page);
        System.out.println(page);
    }

    private static String steady(ApiRequest<?> request) {
        try (var test = SocketFixture.start()) {
            var seconds = new PerSecondCounts(RUN, now());
            demand(test, request, seconds, RUN).block();
            var action = request.action();
            var allowed = action.rate().permits() * RUN.toSeconds();
            return "| `%s` | %d/s | %d | %s | %d |"
                    .formatted(
                            action.name(),
                            action.rate().permits(),
                            seconds.total(),
                            percent(seconds.total(), allowed),
                            test.cloud().throttledCount(action.name()));
        }
    }

    private static String fromIdle() {
        try (var test = SocketFixture.start()) {
            // A first call opens a connection and warms both sides up; then the quota is idle again.
            test.redis()
                    .call(REQUEST_20_PER_SECOND)
                    .then(Mono.delay(Duration.ofSeconds(2), CLOCK))
                    .block();
            var began = now();
            var twentieth = new AtomicLong();
            Flux.range(1, 200)
                    .flatMap(i -> test.redis().call(REQUEST_20_PER_SECOND), 200)
                    .index()
                    .doOnNext(answer -> {
                        if (answer.getT1() == 19) {
                            twentieth.set(now());
                        }
                    })
                    .blockLast();
            return "The 20th is answered after %s, the 200th after %s; the quota alone takes 9 s. Refused: %d."
                    .formatted(
                            time(twentieth.get() - began),
                            time(now() - began),
                            test.cloud().throttledCount());
        }
    }

    private static String lowered() {
        try (var test = SocketFixture.start()) {
            var action = REQUEST_20_PER_SECOND.action().name();
            var seconds = new PerSecondCounts(RUN, now());
            var table = new LoweredQuotaTable(seconds, () -> test.cloud().throttledCount(action));
            var script = Mono.when(
                    after(15, () -> test.cloud().setQuota(action, 12)),
                    after(35, () -> test.cloud().setQuota(action, 20)),
                    after(15, () -> table.endPhase(15, "20/s")),
                    after(18, () -> table.endPhase(18, "12/s, lowered")),
                    after(35, () -> table.endPhase(35, "12/s")),
                    after(50, () -> table.endPhase(50, "20/s, raised again")),
                    after(60, () -> table.endPhase(60, "20/s")));
            demand(test, REQUEST_20_PER_SECOND, seconds, RUN.plusSeconds(1))
                    .and(script)
                    .block();
            return table.text();
        }
    }

    private static Mono<Void> after(int second, Runnable change) {
        return Mono.delay(Duration.ofSeconds(second), CLOCK)
                .doOnNext(tick -> change.run())
                .then();
    }

    /** Always another call to make, until the time is over. */
    private static Mono<Void> demand(
            SocketFixture test, ApiRequest<?> request, PerSecondCounts seconds, Duration length) {
        return Flux.<Integer>generate(sink -> sink.next(1))
                .flatMap(i -> test.redis().call(request).doOnNext(answer -> seconds.record(now())), IN_FLIGHT)
                .takeUntilOther(Mono.delay(length, CLOCK))
                .then();
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String time(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    private static long now() {
        return CLOCK.now(NANOSECONDS);
    }
}
