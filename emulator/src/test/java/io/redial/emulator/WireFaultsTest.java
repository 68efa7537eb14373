package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.RawConnection.ReceivedData;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.Delay;
import io.redial.emulator.fault.Fault.GatewayResponse;
import io.redial.emulator.fault.Fault.Moment;
import io.redial.emulator.fault.Fault.TruncatedBody;
import io.redial.emulator.fault.FaultRule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a peer sees of each fault, byte by byte, and that it sees nothing of it once its rule is used up. */
class WireFaultsTest {
    private static final String ACTION = "UpgradeInstance";
    private static final String ORDER_RESPONSE = "(?s)HTTP/1.1 200 OK\r\n.*\"DealId\".*";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .taskDuration(Duration.ofSeconds(1), Duration.ofSeconds(1))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final String id = inspector.newestInstance();

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                row("dropped", Fault.dropRequest(), "", false, 0, 0),
                row("reset", Fault.resetOnRequest(), "", true, 0, 0),
                row("answer lost", Fault.loseResponse(), "", false, 1, 1),
                row("answer reset", Fault.resetOnResponse(), "", true, 1, 1),
                row(
                        "status",
                        Fault.respondWithStatus(429, "slow down"),
                        "HTTP/1.1 429 Too Many Requests\r\n.*content-type: text/plain.*\r\n\r\nslow down",
                        false,
                        0,
                        0),
                row(
                        "gateway's page",
                        Fault.respondWithGatewayPage(502),
                        "HTTP/1.1 502 Bad Gateway\r\n.*content-type: text/html.*\r\n\r\n<html>.*</html>\r\n",
                        false,
                        0,
                        0),
                row(
                        "gateway's page after the effect",
                        new GatewayResponse(Moment.AFTER, 504, "text/html", "too late"),
                        "HTTP/1.1 504 Gateway Timeout\r\n.*\r\n\r\ntoo late",
                        false,
                        1,
                        1),
                row(
                        "error",
                        Fault.respondWithError("InternalError", "out of order"),
                        "HTTP/1.1 200 OK\r\n.*\"Code\":\"InternalError\",\"Message\":\"out of order\".*",
                        false,
                        0,
                        1),
                row(
                        "clock ahead",
                        Fault.skewClock(Duration.ofMinutes(10)),
                        ".*date: Sun, 1 Mar 2026 00:10:00 GMT\r\n.*AuthFailure.SignatureExpire.*",
                        false,
                        0,
                        1),
                row(
                        "clock behind",
                        Fault.skewClock(Duration.ofMinutes(-10)),
                        ".*date: Sat, 28 Feb 2026 23:50:00 GMT\r\n.*AuthFailure.SignatureExpire.*",
                        false,
                        0,
                        1),
                row(
                        "clock a little ahead",
                        Fault.skewClock(Duration.ofMinutes(5)),
                        ".*date: Sun, 1 Mar 2026 00:05:00 GMT\r\n.*DealId.*",
                        false,
                        1,
                        1),
                row(
                        "body cut off",
                        Fault.truncateBody(10),
                        "HTTP/1.1 200 OK\r\n.*content-length: \\d\\d+\r\n\r\n\\{\"Response",
                        false,
                        1,
                        1),
                row("no body", Fault.truncateBody(0), ".*content-length: \\d\\d+\r\n\r\n", false, 1, 1),
                row(
                        "last byte cut off",
                        Fault.truncateBody(1_000_000),
                        ".*content-length: \\d\\d+\r\n\r\n.*\"}",
                        false,
                        1,
                        1),
                row(
                        "chunks break off",
                        new TruncatedBody(10, true),
                        ".*transfer-encoding: chunked\r\n\r\na\r\n\\{\"Response\r\n",
                        false,
                        1,
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void fault_affectsOneRequest(String name, Fault fault, String answer, boolean reset, int effects, int calls)
            throws IOException {
        emulator.addFault(FaultRule.next(1, fault).forAction(ACTION));
        var heard = send();
        assertThat(heard.text()).matches("(?s)" + answer);
        assertThat(heard.reset()).isEqualTo(reset);
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(effects);
        assertThat(emulator.callCount(ACTION)).isEqualTo(calls);
        assertThat(emulator.activeFaults()).isEmpty();

        clock.advance(Duration.ofMillis(1_150));
        assertThat(send().text()).matches(ORDER_RESPONSE);
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(effects + 1);
    }

    @Test
    void truncationBeyondTheBody_removesOneByte() throws IOException {
        emulator.addFault(FaultRule.next(1, Fault.truncateBody(1_000_000)).forAction(ACTION));
        var heard = send();
        var promised = heard.head().replaceAll("(?s).*content-length: (\\d+).*", "$1");
        assertThat(heard.body()).hasSize(Integer.parseInt(promised) - 1);
    }

    static Stream<Arguments> delays() {
        return Stream.of(
                Arguments.of("request late", Fault.delayRequest(Duration.ofMillis(700)), 700, 0),
                Arguments.of(
                        "request late by chance",
                        Fault.delayRequest(Duration.ofMillis(100), Duration.ofMillis(900)),
                        900,
                        0),
                Arguments.of("answer late", Fault.delayResponse(Duration.ofMillis(700)), 700, 1),
                Arguments.of(
                        "answer late by chance",
                        new Delay(Moment.AFTER, Duration.ofMillis(100), Duration.ofMillis(900)),
                        900,
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("delays")
    void delay_affectsOneRequest(String name, Fault fault, int millis, int effectsMeanwhile) throws IOException {
        emulator.addFault(FaultRule.next(1, fault).forAction(ACTION));
        try (var wire = new RawConnection(emulator).send(request())) {
            Await.until(clock::pendingTimerCount, waiting -> waiting == 1);
            clock.advance(Duration.ofMillis(99));
            assertThat(clock.pendingTimerCount()).isEqualTo(1);
            assertThat(wire.availableBytes()).isZero();
            assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(effectsMeanwhile);
            clock.advance(Duration.ofMillis(millis - 99));
            assertThat(wire.readAll().text()).matches(ORDER_RESPONSE);
        }
        assertThat(emulator.activeFaults()).isEmpty();
        clock.advance(Duration.ofMillis(1_150));
        assertThat(send().text()).matches(ORDER_RESPONSE);
    }

    @Test
    void slowBody_affectsOneResponse() throws IOException {
        emulator.addFault(FaultRule.next(1, Fault.slowDownBody(100)).forAction(ACTION));
        try (var wire = new RawConnection(emulator).send(request())) {
            assertThat(wire.readBody(0)).isEmpty();
            // ten pieces a second of ten bytes each
            for (var bytes = 10; bytes <= 60; bytes += 10) {
                Await.until(clock::pendingTimerCount, waiting -> waiting == 1);
                clock.advance(Duration.ofMillis(99));
                assertThat(clock.pendingTimerCount()).isEqualTo(1);
                assertThat(wire.availableBytes()).isZero();
                clock.advance(Duration.ofMillis(1));
                assertThat(wire.readBody(bytes)).hasSize(bytes);
            }
            while (!wire.received().endsWith("}}")) {
                Await.until(clock::pendingTimerCount, waiting -> waiting == 1);
                clock.advance(Duration.ofMillis(100));
                wire.readBody(Integer.MAX_VALUE);
            }
            assertThat(wire.readAll().text()).matches(ORDER_RESPONSE);
        }
        clock.advance(Duration.ofMillis(1_150));
        assertThat(send().text()).matches(ORDER_RESPONSE);
        assertThat(clock.pendingTimerCount()).isZero();
    }

    static Stream<Arguments> connectionFaults() {
        return Stream.of(
                Arguments.of(Fault.dropRequest(), "before the call was looked at"),
                Arguments.of(Fault.resetOnRequest(), "before the call was looked at"),
                Arguments.of(Fault.loseResponse(), "after the call was done"),
                Arguments.of(Fault.resetOnResponse(), "after the call was done"),
                Arguments.of(Fault.truncateBody(10), "broke off"));
    }

    @ParameterizedTest
    @MethodSource("connectionFaults")
    void inProcessFault_isAnIoException(Fault fault, String message) {
        emulator.addFault(FaultRule.next(1, fault).forAction("DescribeInstances"));
        assertThat(client.request("DescribeInstances").exchangeInProcess().toFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class)
                .withMessageContaining(message);
        assertThat(client.errorCode("DescribeInstances", "{}")).isEmpty();
    }

    @Test
    void inProcessSlowBody_arrivesWholeAfterTheDelay() {
        emulator.addFault(FaultRule.next(1, Fault.slowDownBody(1)).forAction(ACTION));
        var answer = client.request(ACTION)
                .body("{\"InstanceId\":\"" + id + "\",\"MemSize\":65536}")
                .exchangeInProcess()
                .toFuture();
        clock.advance(Duration.ofSeconds(80));
        assertThat(answer).isNotDone();
        clock.advance(Duration.ofSeconds(80));
        assertThat(answer).isCompletedWithValueMatching(response -> response.has("DealId"));
    }

    @Test
    void disconnectDuringDelay_leavesNoTimer() throws IOException {
        emulator.addFault(
                FaultRule.always(Fault.delayRequest(Duration.ofHours(1))).forAction(ACTION));
        try (var wire = new RawConnection(emulator)) {
            wire.send(request());
            Await.until(clock::pendingTimerCount, waiting -> waiting == 1);
        }
        Await.until(clock::pendingTimerCount, waiting -> waiting == 0);
        assertThat(emulator.acceptedUpgradeCount(id)).isZero();
    }

    private ReceivedData send() throws IOException {
        return RawConnection.exchange(emulator, request());
    }

    private byte[] request() {
        var size = inspector.row(id).path("RedisShardSize").intValue();
        return client.request(ACTION)
                .body("{\"InstanceId\":\"" + id + "\",\"MemSize\":" + (size + 1024) + "}")
                .wireBytes();
    }

    private static Arguments row(String name, Fault fault, String answer, boolean reset, int effects, int calls) {
        return Arguments.of(name, fault, answer, reset, effects, calls);
    }
}
