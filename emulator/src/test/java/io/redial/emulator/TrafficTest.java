package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of calls, second by second. */
class TrafficTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SECOND = START.getEpochSecond();

    private final SteppedClock clock = new SteppedClock(START);
    private final CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().clock(clock).build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void callsAreCountedInTheirSecond() {
        emulator.quota("DescribeInstances", 2);
        call(3);
        clock.advance(Duration.ofMillis(999));
        call(1);
        clock.advance(Duration.ofMillis(1));
        call(1);
        clock.advance(Duration.ofSeconds(3));
        call(4);
        assertThat(emulator.traffic("DescribeInstances"))
                .containsExactly(
                        new Traffic(SECOND, 2, 2), new Traffic(SECOND + 1, 1, 0), new Traffic(SECOND + 4, 2, 2));
        assertThat(emulator.calls("DescribeInstances")).isEqualTo(9);
        assertThat(emulator.refusals("DescribeInstances")).isEqualTo(4);
        assertThat(emulator.traffic("DescribeTaskList")).isEmpty();
    }

    @Test
    void afterTenMinutesTheyAreForgotten() {
        call(1);
        clock.advance(Duration.ofSeconds(1));
        call(2);
        clock.advance(Duration.ofSeconds(598));
        assertThat(emulator.traffic("DescribeInstances"))
                .containsExactly(new Traffic(SECOND, 1, 0), new Traffic(SECOND + 1, 2, 0));
        clock.advance(Duration.ofSeconds(1));
        assertThat(emulator.traffic("DescribeInstances")).containsExactly(new Traffic(SECOND + 1, 2, 0));
        call(3);
        assertThat(emulator.traffic("DescribeInstances"))
                .containsExactly(new Traffic(SECOND + 1, 2, 0), new Traffic(SECOND + 600, 3, 0));
        clock.advance(Duration.ofSeconds(600));
        assertThat(emulator.traffic("DescribeInstances")).isEmpty();
    }

    @Test
    void errorsAreCallsAndWhatNeverArrivedIsNot() {
        caller.request("DescribeInstances").key(emulator.secretId(), "wrong").send();
        caller.call("DescribeInstances", "{\"Nothing\":1}");
        emulator.addFault(FaultRule.next(1, Fault.gatewayPage(502)));
        caller.request("DescribeInstances").exchange();
        caller.call("DescribeNothing", "{}");
        assertThat(emulator.traffic("DescribeInstances")).containsExactly(new Traffic(SECOND, 2, 0));
        assertThat(emulator.traffic("DescribeNothing")).isEmpty();
        assertThat(emulator.calls()).isEqualTo(3);
    }

    private void call(int times) {
        for (var i = 0; i < times; i++) {
            caller.call("DescribeInstances", "{\"Limit\":1}");
        }
    }
}
