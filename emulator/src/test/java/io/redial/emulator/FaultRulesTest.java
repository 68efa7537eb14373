package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.emulator.cloud.TaskFate;
import io.redial.emulator.fault.ActiveFault;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.CutOff;
import io.redial.emulator.fault.Fault.Delay;
import io.redial.emulator.fault.Fault.Moment;
import io.redial.emulator.fault.Fault.Page;
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
class FaultRulesTest {
    private static final Fault ERROR = Fault.failure("InternalError", "out of order");

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = start(1);
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private final Console console = new Console(caller);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void chanceIsThatOfTheSeed() {
        emulator.addFault(FaultRule.chance(0.25, ERROR).seeded(7));
        assertThat(fates(caller, 40)).isEqualTo("......x.x........x..x..x.......x.x...x..");
    }

    @Test
    void theSameSeedAndTheSameOrderGiveTheSameFaults() {
        emulator.addFault(FaultRule.chance(0.5, ERROR));
        try (var twin = start(1);
                var other = start(2)) {
            twin.addFault(FaultRule.chance(0.5, ERROR));
            other.addFault(FaultRule.chance(0.5, ERROR));
            var seen = fates(caller, 40);
            assertThat(fates(new CloudCaller(twin, clock::millis), 40)).isEqualTo(seen);
            assertThat(fates(new CloudCaller(other, clock::millis), 40)).isNotEqualTo(seen);
        }
    }

    @Test
    void twoRulesDoNotShareTheirChance() {
        emulator.addFault(FaultRule.chance(0.5, ERROR).of("DescribeInstances"));
        emulator.addFault(FaultRule.chance(0.5, ERROR).of("DescribeTaskList"));
        var one = fates(caller, 40);
        var other = IntStream.range(0, 40)
                .mapToObj(i -> caller.code("DescribeTaskList", "{}").isEmpty() ? "." : "x")
                .toList();
        assertThat(String.join("", other)).isNotEqualTo(one);
    }

    @Test
    void chanceComesToAnEnd() {
        emulator.addFault(FaultRule.chance(0.25, ERROR).seeded(7).atMost(3));
        assertThat(fates(caller, 40)).isEqualTo("......x.x........x......................");
        assertThat(emulator.faults()).isEmpty();
    }

    @Test
    void aRuleForAllIsForThoseThatNobodyKnowsToo() {
        emulator.addFault(FaultRule.always(Fault.gatewayPage(503)));
        assertThat(caller.request("DescribeInstances").exchange().statusCode()).isEqualTo(503);
        assertThat(caller.request("DescribeNothing").exchange().statusCode()).isEqualTo(503);
        assertThat(emulator.calls()).isZero();
        emulator.clearFaults();
        assertThat(caller.request("DescribeInstances").exchange().statusCode()).isEqualTo(200);
    }

    @Test
    void theEldestRuleOfAStepCountsAndStepsAddUp() {
        var soldOut = Fault.failure("ResourceInsufficient", "sold out");
        emulator.addFault(FaultRule.next(2, ERROR).of("UpgradeInstance"));
        emulator.addFault(FaultRule.next(1, soldOut).of("UpgradeInstance"));
        emulator.addFault(
                FaultRule.next(1, Fault.wrongClock(Duration.ofSeconds(60))).of("UpgradeInstance"));
        var first = caller.request("UpgradeInstance").body(body()).exchange();
        assertThat(first.headers().firstValue("date")).contains("Sun, 1 Mar 2026 00:01:00 GMT");
        assertThat(first.body()).contains("InternalError");
        assertThat(caller.code("UpgradeInstance", body())).isEqualTo("InternalError");
        assertThat(caller.code("UpgradeInstance", body())).isEqualTo("ResourceInsufficient");
        assertThat(caller.code("UpgradeInstance", body())).isEmpty();
    }

    @Test
    void rulesInForceAreListedAndCanBeTakenOutOfForce() {
        var chance = FaultRule.chance(0.5, Fault.reset()).of("DescribeTaskList");
        var always = FaultRule.always(ERROR).of("DescribeInstances");
        var one = emulator.addFault(chance);
        var other = emulator.addFault(always);
        fates(caller, 3);
        assertThat(emulator.faults())
                .containsExactly(new ActiveFault(one, chance, 0), new ActiveFault(other, always, 3));
        assertThat(emulator.removeFault(other)).isTrue();
        assertThat(emulator.removeFault(other)).isFalse();
        assertThat(fates(caller, 3)).isEqualTo("...");
        assertThat(emulator.addFault(always)).isGreaterThan(other);
        emulator.clearFaults();
        assertThat(emulator.faults()).isEmpty();
        assertThat(fates(caller, 3)).isEqualTo("...");
    }

    @Test
    void theWorkOfACallEndsAsItsRuleSaysAndThatOfTheNextAsUsual() {
        emulator.addFault(FaultRule.next(1, Fault.work(TaskFate.fails("no room"))));
        var id = console.newest();
        assertThat(console.code("ClearInstance", "crs-nothing")).isNotEmpty();
        assertThat(emulator.faults()).hasSize(1);
        var failing = console.call("ClearInstance", id).path("TaskId").longValue();
        assertThat(emulator.faults()).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        var usual = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.taskInfo(failing).path("TaskMessage").asText()).isEqualTo("no room");
        assertThat(console.taskInfo(failing).path("Status").asText()).isEqualTo("failed");
        assertThat(console.taskInfo(usual).path("Status").asText()).isEqualTo("succeed");
    }

    @Test
    void anOrderSharesTheFateOfItsCall() {
        emulator.addFault(FaultRule.next(1, Fault.work(TaskFate.hangs())).of("UpgradeInstance"));
        var id = console.newest();
        var order = caller.call("UpgradeInstance", body()).path("DealId").asText();
        clock.advance(Duration.ofDays(1));
        assertThat(console.order(order).path("Status").intValue()).isEqualTo(3);
        assertThat(console.status(id)).isEqualTo(1);
    }

    @Test
    void aCallThatIsTurnedDownLeavesNoFateBehind() {
        var id = console.newest();
        console.call("ClearInstance", id);
        emulator.addFault(
                FaultRule.next(1, Fault.work(TaskFate.fails("no room"))).of("UpgradeInstance"));
        assertThat(caller.code("UpgradeInstance", body())).isNotEmpty();
        assertThat(emulator.faults()).extracting(ActiveFault::happened).containsExactly(0L);
        clock.advance(Duration.ofSeconds(10));
        var usual = console.call("ClearInstance", id).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.taskInfo(usual).path("Status").asText()).isEqualTo("succeed");
    }

    @Test
    void thereIsRoomForAThousandRules() {
        for (var i = 0; i < 1_000; i++) {
            emulator.addFault(FaultRule.always(ERROR).of("DescribeTaskList"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.addFault(FaultRule.always(ERROR)));
        emulator.clearFaults();
        emulator.addFault(FaultRule.always(ERROR));
    }

    static Stream<ThrowingCallable> wrong() {
        var day = Duration.ofDays(1);
        return Stream.of(
                () -> FaultRule.chance(0, ERROR),
                () -> FaultRule.chance(1.01, ERROR),
                () -> FaultRule.chance(Double.NaN, ERROR),
                () -> FaultRule.next(0, ERROR),
                () -> FaultRule.next(1_000_001, ERROR),
                () -> Fault.delay(Duration.ofMillis(-1)),
                () -> Fault.delay(day.plusNanos(1)),
                () -> new Delay(Moment.AFTER, day, Duration.ZERO),
                () -> Fault.status(199, ""),
                () -> Fault.status(600, ""),
                () -> new Page(Moment.BEFORE, 502, "text/html\r\nx: y", ""),
                () -> Fault.status(500, "a".repeat(1_000_001)),
                () -> Fault.wrongClock(Duration.ofDays(366)),
                () -> Fault.wrongClock(Duration.ofDays(-366)),
                () -> new CutOff(-1, true),
                () -> Fault.slowBody(0));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongFaultsAndRulesCannotBeMade(ThrowingCallable make) {
        assertThatIllegalArgumentException().isThrownBy(make);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeNothing", "", "v2.UpgradeRedis", "alibaba.ModifyInstanceSpec"})
    void aRuleThatCannotApplyIsRefused(String action) {
        var rule = FaultRule.always(Fault.work(TaskFate.hangs())).of(action);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.addFault(rule))
                .withMessageContaining("'" + action + "'");
        assertThat(emulator.faults()).isEmpty();
    }

    private CloudEmulator start(long seed) {
        return CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .seed(seed)
                .quota(QuotaMode.OFF)
                .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .build());
    }

    private String body() {
        var id = console.newest();
        var size = console.row(id).path("RedisShardSize").intValue();
        return "{\"InstanceId\":\"" + id + "\",\"MemSize\":" + (size + 1024) + "}";
    }

    /** One letter for each call. */
    private static String fates(CloudCaller caller, int calls) {
        return String.join(
                "",
                IntStream.range(0, calls)
                        .mapToObj(i -> caller.code("DescribeInstances", "{\"Limit\":1}")
                                        .isEmpty()
                                ? "."
                                : "x")
                        .toList());
    }
}
