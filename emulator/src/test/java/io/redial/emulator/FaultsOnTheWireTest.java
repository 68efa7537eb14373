package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.Wire.Heard;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.CutOff;
import io.redial.emulator.fault.Fault.Delay;
import io.redial.emulator.fault.Fault.Moment;
import io.redial.emulator.fault.Fault.Page;
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
class FaultsOnTheWireTest {
    private static final String ACTION = "UpgradeInstance";
    private static final String DEAL = "(?s)HTTP/1.1 200 OK\r\n.*\"DealId\".*";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .taskDuration(Duration.ofSeconds(1), Duration.ofSeconds(1))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private final Console console = new Console(caller);
    private final String id = console.newest();

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                row("dropped", Fault.dropped(), "", false, 0, 0),
                row("reset", Fault.reset(), "", true, 0, 0),
                row("answer lost", Fault.lostAnswer(), "", false, 1, 1),
                row("answer reset", Fault.resetAnswer(), "", true, 1, 1),
                row(
                        "status",
                        Fault.status(429, "slow down"),
                        "HTTP/1.1 429 Too Many Requests\r\n.*content-type: text/plain.*\r\n\r\nslow down",
                        false,
                        0,
                        0),
                row(
                        "gateway's page",
                        Fault.gatewayPage(502),
                        "HTTP/1.1 502 Bad Gateway\r\n.*content-type: text/html.*\r\n\r\n<html>.*</html>\r\n",
                        false,
                        0,
                        0),
                row(
                        "gateway's page after the effect",
                        new Page(Moment.AFTER, 504, "text/html", "too late"),
                        "HTTP/1.1 504 Gateway Timeout\r\n.*\r\n\r\ntoo late",
                        false,
                        1,
                        1),
                row(
                        "error",
                        Fault.failure("InternalError", "out of order"),
                        "HTTP/1.1 200 OK\r\n.*\"Code\":\"InternalError\",\"Message\":\"out of order\".*",
                        false,
                        0,
                        1),
                row(
                        "clock ahead",
                        Fault.wrongClock(Duration.ofMinutes(10)),
                        ".*date: Sun, 1 Mar 2026 00:10:00 GMT\r\n.*AuthFailure.SignatureExpire.*",
                        false,
                        0,
                        1),
                row(
                        "clock behind",
                        Fault.wrongClock(Duration.ofMinutes(-10)),
                        ".*date: Sat, 28 Feb 2026 23:50:00 GMT\r\n.*AuthFailure.SignatureExpire.*",
                        false,
                        0,
                        1),
                row(
                        "clock a little ahead",
                        Fault.wrongClock(Duration.ofMinutes(5)),
                        ".*date: Sun, 1 Mar 2026 00:05:00 GMT\r\n.*DealId.*",
                        false,
                        1,
                        1),
                row(
                        "body cut off",
                        Fault.cutOff(10),
                        "HTTP/1.1 200 OK\r\n.*content-length: \\d\\d+\r\n\r\n\\{\"Response",
                        false,
                        1,
                        1),
                row("no body", Fault.cutOff(0), ".*content-length: \\d\\d+\r\n\r\n", false, 1, 1),
                row(
                        "last byte cut off",
                        Fault.cutOff(1_000_000),
                        ".*content-length: \\d\\d+\r\n\r\n.*\"}",
                        false,
                        1,
                        1),
                row(
                        "chunks break off",
                        new CutOff(10, true),
                        ".*transfer-encoding: chunked\r\n\r\na\r\n\\{\"Response\r\n",
                        false,
                        1,
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isSeenOnceAndNoMore(String name, Fault fault, String answer, boolean reset, int effects, int calls)
            throws IOException {
        emulator.addFault(FaultRule.next(1, fault).of(ACTION));
        var heard = send();
        assertThat(heard.text()).matches("(?s)" + answer);
        assertThat(heard.reset()).isEqualTo(reset);
        assertThat(emulator.upgrades(id)).isEqualTo(effects);
        assertThat(emulator.calls(ACTION)).isEqualTo(calls);
        assertThat(emulator.faults()).isEmpty();

        clock.advance(Duration.ofMillis(1_150));
        assertThat(send().text()).matches(DEAL);
        assertThat(emulator.upgrades(id)).isEqualTo(effects + 1);
    }

    @Test
    void ofABodyThatIsCutOffLateOneByteIsMissing() throws IOException {
        emulator.addFault(FaultRule.next(1, Fault.cutOff(1_000_000)).of(ACTION));
        var heard = send();
        var promised = heard.head().replaceAll("(?s).*content-length: (\\d+).*", "$1");
        assertThat(heard.body()).hasSize(Integer.parseInt(promised) - 1);
    }

    static Stream<Arguments> delays() {
        return Stream.of(
                Arguments.of("request late", Fault.delay(Duration.ofMillis(700)), 700, 0),
                Arguments.of(
                        "request late by chance", Fault.delay(Duration.ofMillis(100), Duration.ofMillis(900)), 900, 0),
                Arguments.of("answer late", Fault.lateAnswer(Duration.ofMillis(700)), 700, 1),
                Arguments.of(
                        "answer late by chance",
                        new Delay(Moment.AFTER, Duration.ofMillis(100), Duration.ofMillis(900)),
                        900,
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("delays")
    void comesLateOnceAndNoMore(String name, Fault fault, int millis, int effectsMeanwhile) throws IOException {
        emulator.addFault(FaultRule.next(1, fault).of(ACTION));
        try (var wire = new Wire(emulator).send(request())) {
            Deadline.poll(clock::waiting, waiting -> waiting == 1);
            clock.advance(Duration.ofMillis(99));
            assertThat(clock.waiting()).isEqualTo(1);
            assertThat(wire.waiting()).isZero();
            assertThat(emulator.upgrades(id)).isEqualTo(effectsMeanwhile);
            clock.advance(Duration.ofMillis(millis - 99));
            assertThat(wire.hear().text()).matches(DEAL);
        }
        assertThat(emulator.faults()).isEmpty();
        clock.advance(Duration.ofMillis(1_150));
        assertThat(send().text()).matches(DEAL);
    }

    @Test
    void aSlowBodyDripsOnceAndNoMore() throws IOException {
        emulator.addFault(FaultRule.next(1, Fault.slowBody(100)).of(ACTION));
        try (var wire = new Wire(emulator).send(request())) {
            assertThat(wire.hearBody(0)).isEmpty();
            // ten pieces a second of ten bytes each
            for (var bytes = 10; bytes <= 60; bytes += 10) {
                Deadline.poll(clock::waiting, waiting -> waiting == 1);
                clock.advance(Duration.ofMillis(99));
                assertThat(clock.waiting()).isEqualTo(1);
                assertThat(wire.waiting()).isZero();
                clock.advance(Duration.ofMillis(1));
                assertThat(wire.hearBody(bytes)).hasSize(bytes);
            }
            while (!wire.heard().endsWith("}}")) {
                Deadline.poll(clock::waiting, waiting -> waiting == 1);
                clock.advance(Duration.ofMillis(100));
                wire.hearBody(Integer.MAX_VALUE);
            }
            assertThat(wire.hear().text()).matches(DEAL);
        }
        clock.advance(Duration.ofMillis(1_150));
        assertThat(send().text()).matches(DEAL);
        assertThat(clock.waiting()).isZero();
    }

    static Stream<Arguments> withoutSocket() {
        return Stream.of(
                Arguments.of(Fault.dropped(), "before the call was looked at"),
                Arguments.of(Fault.reset(), "before the call was looked at"),
                Arguments.of(Fault.lostAnswer(), "after the call was done"),
                Arguments.of(Fault.resetAnswer(), "after the call was done"),
                Arguments.of(Fault.cutOff(10), "broke off"));
    }

    @ParameterizedTest
    @MethodSource("withoutSocket")
    void isAnIoExceptionWithoutASocket(Fault fault, String message) {
        emulator.addFault(FaultRule.next(1, fault).of("DescribeInstances"));
        assertThat(caller.request("DescribeInstances").inProcess().toFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class)
                .withMessageContaining(message);
        assertThat(caller.code("DescribeInstances", "{}")).isEmpty();
    }

    @Test
    void aSlowBodyComesWholeInTheEndWithoutASocket() {
        emulator.addFault(FaultRule.next(1, Fault.slowBody(1)).of(ACTION));
        var answer = caller.request(ACTION)
                .body("{\"InstanceId\":\"" + id + "\",\"MemSize\":65536}")
                .inProcess()
                .toFuture();
        clock.advance(Duration.ofSeconds(80));
        assertThat(answer).isNotDone();
        clock.advance(Duration.ofSeconds(80));
        assertThat(answer).isCompletedWithValueMatching(response -> response.has("DealId"));
    }

    @Test
    void whoHangsUpOnADelayLeavesNothingBehind() throws IOException {
        emulator.addFault(FaultRule.always(Fault.delay(Duration.ofHours(1))).of(ACTION));
        try (var wire = new Wire(emulator)) {
            wire.send(request());
            Deadline.poll(clock::waiting, waiting -> waiting == 1);
        }
        Deadline.poll(clock::waiting, waiting -> waiting == 0);
        assertThat(emulator.upgrades(id)).isZero();
    }

    private Heard send() throws IOException {
        return Wire.exchange(emulator, request());
    }

    private byte[] request() {
        var size = console.row(id).path("RedisShardSize").intValue();
        return caller.request(ACTION)
                .body("{\"InstanceId\":\"" + id + "\",\"MemSize\":" + (size + 1024) + "}")
                .bytes();
    }

    private static Arguments row(String name, Fault fault, String answer, boolean reset, int effects, int calls) {
        return Arguments.of(name, fault, answer, reset, effects, calls);
    }
}
