package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of calls, second by second. */
class CallsPerSecondTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SECOND = START.getEpochSecond();

    private final ManualClock clock = new ManualClock(START);
    private final CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().clock(clock).build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void calls_areCountedInTheirSecond() {
        emulator.setQuota("DescribeInstances", 2);
        call(3);
        clock.advance(Duration.ofMillis(999));
        call(1);
        clock.advance(Duration.ofMillis(1));
        call(1);
        clock.advance(Duration.ofSeconds(3));
        call(4);
        assertThat(emulator.callsPerSecond("DescribeInstances"))
                .containsExactly(
                        new CallsPerSecond(SECOND, 2, 2),
                        new CallsPerSecond(SECOND + 1, 1, 0),
                        new CallsPerSecond(SECOND + 4, 2, 2));
        assertThat(emulator.callCount("DescribeInstances")).isEqualTo(9);
        assertThat(emulator.throttledCount("DescribeInstances")).isEqualTo(4);
        assertThat(emulator.callsPerSecond("DescribeTaskList")).isEmpty();
    }

    @Test
    void calls_areDroppedAfterTenMinutes() {
        call(1);
        clock.advance(Duration.ofSeconds(1));
        call(2);
        clock.advance(Duration.ofSeconds(598));
        assertThat(emulator.callsPerSecond("DescribeInstances"))
                .containsExactly(new CallsPerSecond(SECOND, 1, 0), new CallsPerSecond(SECOND + 1, 2, 0));
        clock.advance(Duration.ofSeconds(1));
        assertThat(emulator.callsPerSecond("DescribeInstances")).containsExactly(new CallsPerSecond(SECOND + 1, 2, 0));
        call(3);
        assertThat(emulator.callsPerSecond("DescribeInstances"))
                .containsExactly(new CallsPerSecond(SECOND + 1, 2, 0), new CallsPerSecond(SECOND + 600, 3, 0));
        clock.advance(Duration.ofSeconds(600));
        assertThat(emulator.callsPerSecond("DescribeInstances")).isEmpty();
    }

    @Test
    void errorsAreCountedAndUnreceivedRequestsAreNot() {
        client.request("DescribeInstances")
                .credentials(emulator.secretId(), "wrong")
                .send();
        client.call("DescribeInstances", "{\"Nothing\":1}");
        emulator.addFault(FaultRule.next(1, Fault.respondWithGatewayPage(502)));
        client.request("DescribeInstances").exchange();
        client.call("DescribeNothing", "{}");
        assertThat(emulator.callsPerSecond("DescribeInstances")).containsExactly(new CallsPerSecond(SECOND, 2, 0));
        assertThat(emulator.callsPerSecond("DescribeNothing")).isEmpty();
        assertThat(emulator.callCount()).isEqualTo(3);
    }

    private void call(int times) {
        for (var i = 0; i < times; i++) {
            client.call("DescribeInstances", "{\"Limit\":1}");
        }
    }
}
