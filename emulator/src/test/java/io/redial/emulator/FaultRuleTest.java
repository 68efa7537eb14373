package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.emulator.cloud.TaskOutcome;
import io.redial.emulator.fault.ActiveFaultRule;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.Delay;
import io.redial.emulator.fault.Fault.GatewayResponse;
import io.redial.emulator.fault.Fault.Moment;
import io.redial.emulator.fault.Fault.TruncatedBody;
import io.redial.emulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls meet a fault. */
class FaultRuleTest {
    private static final Fault ERROR = Fault.respondWithError("InternalError", "out of order");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = start(1);
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void probability_followsTheSeed() {
        emulator.addFault(FaultRule.withProbability(0.25, ERROR).withSeed(7));
        assertThat(callOutcomes(client, 40)).isEqualTo("......x.x........x..x..x.......x.x...x..");
    }

    @Test
    void sameSeedAndOrder_giveTheSameFaults() {
        emulator.addFault(FaultRule.withProbability(0.5, ERROR));
        try (var twin = start(1);
                var other = start(2)) {
            twin.addFault(FaultRule.withProbability(0.5, ERROR));
            other.addFault(FaultRule.withProbability(0.5, ERROR));
            var seen = callOutcomes(client, 40);
            assertThat(callOutcomes(new Api3TestClient(twin, clock::millis), 40))
                    .isEqualTo(seen);
            assertThat(callOutcomes(new Api3TestClient(other, clock::millis), 40))
                    .isNotEqualTo(seen);
        }
    }

    @Test
    void rules_drawIndependently() {
        emulator.addFault(FaultRule.withProbability(0.5, ERROR).forAction("DescribeInstances"));
        emulator.addFault(FaultRule.withProbability(0.5, ERROR).forAction("DescribeTaskList"));
        var one = callOutcomes(client, 40);
        var other = IntStream.range(0, 40)
                .mapToObj(i -> client.errorCode("DescribeTaskList", "{}").isEmpty() ? "." : "x")
                .toList();
        assertThat(String.join("", other)).isNotEqualTo(one);
    }

    @Test
    void probability_stopsAtTheLimit() {
        emulator.addFault(FaultRule.withProbability(0.25, ERROR).withSeed(7).limit(3));
        assertThat(callOutcomes(client, 40)).isEqualTo("......x.x........x......................");
        assertThat(emulator.activeFaults()).isEmpty();
    }

    @Test
    void ruleForAllActions_matchesUnknownActions() {
        emulator.addFault(FaultRule.always(Fault.respondWithGatewayPage(503)));
        assertThat(client.request("DescribeInstances").exchange().statusCode()).isEqualTo(503);
        assertThat(client.request("DescribeNothing").exchange().statusCode()).isEqualTo(503);
        assertThat(emulator.callCount()).isZero();
        emulator.clearFaults();
        assertThat(client.request("DescribeInstances").exchange().statusCode()).isEqualTo(200);
    }

    @Test
    void oldestRuleOfAStepWinsAndStepsCombine() {
        var soldOut = Fault.respondWithError("ResourceInsufficient", "sold out");
        emulator.addFault(FaultRule.next(2, ERROR).forAction("UpgradeInstance"));
        emulator.addFault(FaultRule.next(1, soldOut).forAction("UpgradeInstance"));
        emulator.addFault(
                FaultRule.next(1, Fault.skewClock(Duration.ofSeconds(60))).forAction("UpgradeInstance"));
        var first = client.request("UpgradeInstance").body(body()).exchange();
        assertThat(first.headers().firstValue("date")).contains("Sun, 1 Mar 2026 00:01:00 GMT");
        assertThat(first.body()).contains("InternalError");
        assertThat(client.errorCode("UpgradeInstance", body())).isEqualTo("InternalError");
        assertThat(client.errorCode("UpgradeInstance", body())).isEqualTo("ResourceInsufficient");
        assertThat(client.errorCode("UpgradeInstance", body())).isEmpty();
    }

    @Test
    void activeRules_areListedAndRemovable() {
        var chance = FaultRule.withProbability(0.5, Fault.resetOnRequest()).forAction("DescribeTaskList");
        var always = FaultRule.always(ERROR).forAction("DescribeInstances");
        var one = emulator.addFault(chance);
        var other = emulator.addFault(always);
        callOutcomes(client, 3);
        assertThat(emulator.activeFaults())
                .containsExactly(new ActiveFaultRule(one, chance, 0), new ActiveFaultRule(other, always, 3));
        assertThat(emulator.removeFault(other)).isTrue();
        assertThat(emulator.removeFault(other)).isFalse();
        assertThat(callOutcomes(client, 3)).isEqualTo("...");
        assertThat(emulator.addFault(always)).isGreaterThan(other);
        emulator.clearFaults();
        assertThat(emulator.activeFaults()).isEmpty();
        assertThat(callOutcomes(client, 3)).isEqualTo("...");
    }

    @Test
    void taskOutcomeFault_appliesToOneTask() {
        emulator.addFault(FaultRule.next(1, Fault.forceTaskOutcome(TaskOutcome.fails("no room"))));
        var id = inspector.newestInstance();
        assertThat(inspector.errorCode("ClearInstance", "crs-nothing")).isNotEmpty();
        assertThat(emulator.activeFaults()).hasSize(1);
        var failing = inspector.call("ClearInstance", id).path("TaskId").longValue();
        assertThat(emulator.activeFaults()).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        var usual = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.taskInfo(failing).path("TaskMessage").asText()).isEqualTo("no room");
        assertThat(inspector.taskInfo(failing).path("Status").asText()).isEqualTo("failed");
        assertThat(inspector.taskInfo(usual).path("Status").asText()).isEqualTo("succeed");
    }

    @Test
    void taskOutcomeFault_appliesToTheOrder() {
        emulator.addFault(FaultRule.next(1, Fault.forceTaskOutcome(TaskOutcome.neverCompletes()))
                .forAction("UpgradeInstance"));
        var id = inspector.newestInstance();
        var order = client.call("UpgradeInstance", body()).path("DealId").asText();
        clock.advance(Duration.ofDays(1));
        assertThat(inspector.order(order).path("Status").intValue()).isEqualTo(3);
        assertThat(inspector.status(id)).isEqualTo(1);
    }

    @Test
    void rejectedCall_leavesNoPendingOutcome() {
        var id = inspector.newestInstance();
        inspector.call("ClearInstance", id);
        emulator.addFault(FaultRule.next(1, Fault.forceTaskOutcome(TaskOutcome.fails("no room")))
                .forAction("UpgradeInstance"));
        assertThat(client.errorCode("UpgradeInstance", body())).isNotEmpty();
        assertThat(emulator.activeFaults())
                .extracting(ActiveFaultRule::triggerCount)
                .containsExactly(0L);
        clock.advance(Duration.ofSeconds(10));
        var usual = inspector.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.taskInfo(usual).path("Status").asText()).isEqualTo("succeed");
    }

    @Test
    void ruleLimit_isOneThousand() {
        for (var i = 0; i < 1_000; i++) {
            emulator.addFault(FaultRule.always(ERROR).forAction("DescribeTaskList"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.addFault(FaultRule.always(ERROR)));
        emulator.clearFaults();
        emulator.addFault(FaultRule.always(ERROR));
    }

    static Stream<ThrowingCallable> invalidRules() {
        var day = Duration.ofDays(1);
        return Stream.of(
                () -> FaultRule.withProbability(0, ERROR),
                () -> FaultRule.withProbability(1.01, ERROR),
                () -> FaultRule.withProbability(Double.NaN, ERROR),
                () -> FaultRule.next(0, ERROR),
                () -> FaultRule.next(1_000_001, ERROR),
                () -> Fault.delayRequest(Duration.ofMillis(-1)),
                () -> Fault.delayRequest(day.plusNanos(1)),
                () -> new Delay(Moment.AFTER, day, Duration.ZERO),
                () -> Fault.respondWithStatus(199, ""),
                () -> Fault.respondWithStatus(600, ""),
                () -> new GatewayResponse(Moment.BEFORE, 502, "text/html\r\nx: y", ""),
                () -> Fault.respondWithStatus(500, "a".repeat(1_000_001)),
                () -> Fault.skewClock(Duration.ofDays(366)),
                () -> Fault.skewClock(Duration.ofDays(-366)),
                () -> new TruncatedBody(-1, true),
                () -> Fault.slowDownBody(0));
    }

    @ParameterizedTest
    @MethodSource("invalidRules")
    void invalidFaultOrRule_isRejected(ThrowingCallable make) {
        assertThatIllegalArgumentException().isThrownBy(make);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeNothing", "", "v2.UpgradeRedis", "alibaba.ModifyInstanceSpec"})
    void inapplicableRule_isRejected(String action) {
        var rule = FaultRule.always(Fault.forceTaskOutcome(TaskOutcome.neverCompletes()))
                .forAction(action);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.addFault(rule))
                .withMessageContaining("'" + action + "'");
        assertThat(emulator.activeFaults()).isEmpty();
    }

    private CloudEmulator start(long seed) {
        return CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .seed(seed)
                .quotaMode(QuotaMode.OFF)
                .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .build());
    }

    private String body() {
        var id = inspector.newestInstance();
        var size = inspector.row(id).path("RedisShardSize").intValue();
        return "{\"InstanceId\":\"" + id + "\",\"MemSize\":" + (size + 1024) + "}";
    }

    /** One letter for each call. */
    private static String callOutcomes(Api3TestClient caller, int calls) {
        return String.join(
                "",
                IntStream.range(0, calls)
                        .mapToObj(i -> caller.errorCode("DescribeInstances", "{\"Limit\":1}")
                                        .isEmpty()
                                ? "."
                                : "x")
                        .toList());
    }
}
