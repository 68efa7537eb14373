package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.ratelimit.Algorithm;
import io.redial.ratelimit.QuotaLimiter;
import io.redial.ratelimit.RateLimits;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Who shares a quota with whom, and what is learnt about it. In virtual time, over a scripted server. */
class QuotasTest {
    private static final URI GUANGZHOU = URI.create("https://redis.ap-guangzhou.tencentcloudapi.com");
    private static final URI SINGAPORE = URI.create("https://redis.ap-singapore.tencentcloudapi.com");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedTransport server = new ScriptedTransport(time);
    private final Quotas quotas = Quotas.builder().scheduler(time).build();

    @Test
    void twoClientsWithOneKeyShareItsQuota() {
        server.answers("{}");

        send(over(client("key-1")), 20);
        send(over(client("key-1")), 20);

        assertThat(server.received()).hasSize(20);
    }

    @Test
    void twoKeysHaveAQuotaEach() {
        server.answers("{}");

        send(over(client("key-1")), 20);
        send(over(client("key-2")), 20);

        assertThat(server.received()).hasSize(40);
    }

    @Test
    void twoKeysOfOneAccountShareItsQuotaWhenTheyAreTold() {
        server.answers("{}");

        send(over(client("key-1").account("team")), 20);
        send(over(client("key-2").account("team")), 20);

        assertThat(server.received()).hasSize(20);
    }

    @Test
    void theHostDecidesAndNotTheRegion() {
        server.answers("{}");

        send(over(client("key-1").region(Region.AP_SINGAPORE)), 20);
        send(over(client("key-1").region(Region.AP_GUANGZHOU)), 20);
        assertThat(server.received()).as("one host, one quota").hasSize(20);

        send(over(client("key-1").endpoint(GUANGZHOU)), 20);
        send(over(client("key-1").endpoint(SINGAPORE)), 20);
        assertThat(server.received()).as("two hosts more, two quotas more").hasSize(60);
    }

    @Test
    void whatYouKnowBetterCounts() {
        server.answers("{}");
        var raised = Quotas.builder()
                .limits(RateLimits.documented().with("DescribeTaskInfo", Rate.perSecond(50)))
                .scheduler(time)
                .build();

        send(over(client("key-1").quotas(raised)), 100);

        assertThat(server.received()).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource({"CYCLES, 20, 40, 60", "PACED, 1, 20, 40"})
    void theLimitersOfResilience4jCanBeChosen(Algorithm algorithm, int atOnce, int afterASecond, int afterTwo) {
        server.answers("{}");
        var chosen = Quotas.builder()
                .limits(RateLimits.documented().withAlgorithm(algorithm))
                .scheduler(time)
                .build();

        send(over(client("key-1").quotas(chosen)), 60);

        assertThat(server.received()).hasSize(atOnce);
        time.advanceTimeBy(Duration.ofMillis(1_001));
        assertThat(server.received()).hasSizeBetween(afterASecond, afterASecond + 1);
        time.advanceTimeBy(Duration.ofMillis(1_000));
        assertThat(server.received()).hasSizeBetween(afterTwo, afterTwo + 1);
    }

    @Test
    void aLimitThatTheServerNamesIsLearnt() {
        server.refusesNaming(12).answers("{}");
        send(over(client("key-1")), 60);

        assertThat(limiter().presentLimit()).isEqualTo(12);
        time.advanceTimeBy(Duration.ofMillis(1_100));
        assertThat(server.received())
                .as("no more than 12 at first, and 12 a second later")
                .hasSize(24);
    }

    @Test
    void whatWasLearntIsForgottenStepByStep() {
        server.refusesNaming(12).answers("{}");
        send(over(client("key-1")), 20);

        time.advanceTimeBy(Duration.ofSeconds(15));

        assertThat(limiter().presentLimit()).isEqualTo(20);
    }

    @Test
    void limitersStandInTheRegistryOfResilience4j() {
        server.answers("{}");
        var registry = RateLimiterRegistry.ofDefaults();
        var mine = Quotas.builder().registry(registry).scheduler(time).build();

        send(over(client("key-1").quotas(mine)), 3);

        assertThat(registry.getAllRateLimiters()).singleElement().satisfies(limiter -> {
            assertThat(limiter.getName()).startsWith("DescribeTaskInfo@redis.intl.tencentcloudapi.com#");
            assertThat(limiter.getName()).doesNotContain("key-1");
            assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(17);
            assertThat(limiter).isInstanceOf(QuotaLimiter.class);
        });
    }

    @Test
    void ofTenThousandQueuedCallsNineThousandAreCancelledAndAThousandLeave() {
        server.answers("{}");
        var calls = send(over(client("key-1").deadline(Duration.ofMinutes(10))), 10_000);
        assertThat(server.received()).hasSize(20);

        calls.subList(20, 9_020).forEach(Disposable::dispose);
        time.advanceTimeBy(Duration.ofMinutes(10));

        assertThat(server.received()).hasSize(1_000);
    }

    @Test
    void theLaneOfTheChainCountsMoreThanThatOfTheClient() {
        server.answers("{}");
        var bulk = over(client("key-1").lane(Lane.BULK).deadline(Duration.ofMinutes(10)));
        send(bulk, 1_000);
        var person = new ArrayList<String>();

        bulk.call(DescribeTaskInfoRequest.of(1))
                .contextWrite(Lane.INTERACTIVE.lane())
                .subscribe(answer -> person.add("served"));
        time.advanceTimeBy(Duration.ofMillis(1_005));

        assertThat(person).hasSize(1);
    }

    @Test
    void whenTheRetryBudgetIsSpentFailuresAreFinalAtOnce() {
        server.cannotConnect();
        var client = over(client("key-1").retryBudget(5));

        send(client, 10);
        time.advanceTimeBy(Duration.ofSeconds(60));

        assertThat(server.received()).as("10 calls and 5 retries").hasSize(15);
    }

    @Test
    void aClockThatIsOffIsCorrectedOnceFromTheServers() {
        time.advanceTimeBy(Duration.ofSeconds(1_000_000));
        server.refusesTheClock("Mon, 12 Jan 1970 15:46:40 GMT").answers("{}");

        var call = over(client("key-1")).call(DescribeTaskInfoRequest.of(1)).toFuture();

        assertThat(call).isCompleted();
        assertThat(server.received())
                .extracting(sent -> sent.headers().get("X-TC-Timestamp"))
                .containsExactly("1000000", "1007200");
    }

    @Test
    void aClockThatStaysOffIsAnError() {
        server.refusesTheClock("Mon, 12 Jan 1970 15:46:40 GMT");

        var call = over(client("key-1")).call(DescribeTaskInfoRequest.of(1)).toFuture();

        assertThat(call)
                .isCompletedExceptionally()
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withMessageContaining("the clock of this machine is 1007200 s behind the server's: set it right");
        assertThat(server.received()).hasSize(2);
    }

    private QuotaLimiter limiter() {
        return quotas.registry().getAllRateLimiters().stream()
                .filter(limiter -> limiter.getName().startsWith("DescribeTaskInfo@"))
                .map((RateLimiter limiter) -> (QuotaLimiter) limiter)
                .findFirst()
                .orElseThrow();
    }

    private static List<Disposable> send(Client client, int calls) {
        return Flux.range(0, calls)
                .map(i -> client.call(DescribeTaskInfoRequest.of(i))
                        .onErrorComplete()
                        .subscribe())
                .collectList()
                .block();
    }

    private TencentRedisBuilder client(String key) {
        return TencentRedis.builder()
                .credentials(Credentials.of(key, "secret"))
                .region(Region.AP_GUANGZHOU)
                .scheduler(time)
                .quotas(quotas);
    }

    private Client over(TencentRedisBuilder builder) {
        return Client.of(builder, server);
    }
}
