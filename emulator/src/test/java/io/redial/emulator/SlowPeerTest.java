package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cloud hangs up on whoever is too slow. */
class SlowPeerTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: a\r\n";

    private static final String CHUNKS = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LATE = "(?s)HTTP/1.1 408 Request Timeout.*";

    private static CloudEmulator emulator;
    private static CloudCaller caller;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .quota(QuotaMode.OFF)
                .instances(1_000)
                .patience(new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .build());
        caller = new CloudCaller(emulator, EmulatorClock.system()::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    static Stream<Arguments> slowPeers() {
        return Stream.of(
                Arguments.of("nothing at all", "", "", ""),
                Arguments.of("a line without an end", "GET /?", "a", ""),
                Arguments.of("a head without an end", HEAD, "X-Filler: a\r\n", ""),
                Arguments.of("a second head without an end", HEAD + "\r\nGET /?", "a", "(?s)HTTP/1.1 200 OK.*"),
                Arguments.of("a body without an end", HEAD + "Content-Length: 1000000\r\n\r\n", "a", LATE),
                Arguments.of("chunks without an end", HEAD + CHUNKS, "1\r\na\r\n", LATE),
                Arguments.of("a chunk that does not come", HEAD + CHUNKS + "1", "0", LATE + "|"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowPeers")
    void whoDripsIsHungUpOn(String name, String first, String drop, String answer) throws IOException {
        try (var wire = new Wire(emulator)) {
            assertThat(wire.send(first).drip(drop)).matches(answer);
        }
        Deadline.poll(emulator::connections, connections -> connections == 0);
    }

    @Test
    void aConnectionThatHasServedAndIsIdleIsClosed() throws IOException {
        var request = new String(caller.request("DescribeInstances").bytes(), StandardCharsets.ISO_8859_1);
        try (var wire = new Wire(emulator)) {
            wire.send(request.replace("connection: close\r\n", ""));
            assertThat(wire.hear().text()).startsWith("HTTP/1.1 200 OK").endsWith("}}");
        }
    }

    @Test
    void whoDoesNotTakeItsAnswersIsHungUpOn() throws IOException {
        var request = new String(
                        caller.request("DescribeInstances")
                                .body("{\"Limit\":1000}")
                                .bytes(),
                        StandardCharsets.ISO_8859_1)
                .replace("connection: close\r\n", "");
        try (var wire = new Wire(emulator)) {
            wire.send(request.repeat(30));
            Deadline.poll(wire::waiting, bytes -> bytes > 0);
            Deadline.poll(emulator::connections, connections -> connections == 0);
            assertThat(wire.hear().text().split("HTTP/1.1 200")).hasSizeLessThan(30);
        }
    }
}
