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
class ServerTimeoutsTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: a\r\n";

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String REQUEST_TIMEOUT = "(?s)HTTP/1.1 408 Request Timeout.*";

    private static CloudEmulator emulator;
    private static Api3TestClient client;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .quotaMode(QuotaMode.OFF)
                .instances(1_000)
                .serverTimeouts(new ServerTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .build());
        client = new Api3TestClient(emulator, EmulatorClock.system()::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    static Stream<Arguments> slowSenders() {
        return Stream.of(
                Arguments.of("nothing at all", "", "", ""),
                Arguments.of("a line without an end", "GET /?", "a", ""),
                Arguments.of("a head without an end", HEAD, "X-Filler: a\r\n", ""),
                Arguments.of("a second head without an end", HEAD + "\r\nGET /?", "a", "(?s)HTTP/1.1 200 OK.*"),
                Arguments.of("a body without an end", HEAD + "Content-Length: 1000000\r\n\r\n", "a", REQUEST_TIMEOUT),
                Arguments.of("chunks without an end", HEAD + CHUNKED, "1\r\na\r\n", REQUEST_TIMEOUT),
                Arguments.of("a chunk that does not come", HEAD + CHUNKED + "1", "0", REQUEST_TIMEOUT + "|"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowSenders")
    void slowSender_isDisconnected(String name, String first, String drop, String answer) throws IOException {
        try (var wire = new RawConnection(emulator)) {
            assertThat(wire.send(first).sendUntilClosed(drop)).matches(answer);
        }
        Await.until(emulator::openConnectionCount, connections -> connections == 0);
    }

    @Test
    void idleConnection_isClosed() throws IOException {
        var request = new String(client.request("DescribeInstances").wireBytes(), StandardCharsets.ISO_8859_1);
        try (var wire = new RawConnection(emulator)) {
            wire.send(request.replace("connection: close\r\n", ""));
            assertThat(wire.readAll().text()).startsWith("HTTP/1.1 200 OK").endsWith("}}");
        }
    }

    @Test
    void slowReader_isDisconnected() throws IOException {
        var request = new String(
                        client.request("DescribeInstances")
                                .body("{\"Limit\":1000}")
                                .wireBytes(),
                        StandardCharsets.ISO_8859_1)
                .replace("connection: close\r\n", "");
        try (var wire = new RawConnection(emulator)) {
            wire.send(request.repeat(30));
            Await.until(wire::availableBytes, bytes -> bytes > 0);
            Await.until(emulator::openConnectionCount, connections -> connections == 0);
            assertThat(wire.readAll().text().split("HTTP/1.1 200")).hasSizeLessThan(30);
        }
    }
}
