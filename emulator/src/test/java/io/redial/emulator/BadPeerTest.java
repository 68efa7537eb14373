package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a peer sends, the cloud goes on serving others. */
class BadPeerTest {
    private static final EmulatorClock CLOCK = EmulatorClock.system();
    private static final String END = "\r\n\r\n";

    private static CloudEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(
                EmulatorOptions.builder().quota(QuotaMode.OFF).build());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void stillServes() {
        assertThat(new CloudCaller(emulator, CLOCK::millis).code("DescribeInstances", "{}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello" + END,
                "GET" + END,
                "POST / HTTP/1.1\r\nContent-Length: -5" + END,
                "POST / HTTP/1.1\r\nContent-Length: many" + END,
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked" + END + "zz\r\n",
            })
    void garbageIsAnsweredWithAnHttpErrorOrTheConnectionIsClosed(String text) throws IOException {
        assertThat(answer(text.getBytes(StandardCharsets.US_ASCII))).matches("(?s)|HTTP/1.1 [45].*");
    }

    @Test
    void hugeHeadersAreRefused() throws IOException {
        var request = "POST / HTTP/1.1\r\nX-Filler: " + "a".repeat(100_000) + END;
        assertThat(answer(request.getBytes(StandardCharsets.US_ASCII))).matches("(?s)|HTTP/1.1 4.*");
    }

    @Test
    void aHugeLineIsRefused() throws IOException {
        var request = "GET /?" + "a".repeat(100_000) + " HTTP/1.1" + END;
        assertThat(answer(request.getBytes(StandardCharsets.US_ASCII))).matches("(?s)|HTTP/1.1 4.*");
    }

    @Test
    void randomBytesDoNoHarm() throws IOException {
        var random = new Random(5);
        for (var i = 0; i < 50; i++) {
            var bytes = new byte[random.nextInt(4000) + 1];
            random.nextBytes(bytes);
            try (var socket = connect()) {
                socket.getOutputStream().write(bytes);
            }
        }
    }

    @Test
    void aBodyThatBreaksOffIsNeverProcessed() throws IOException {
        var before = emulator.calls("ClearInstance");
        try (var socket = connect()) {
            socket.getOutputStream()
                    .write(
                            "POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: ClearInstance\r\nContent-Length: 50\r\n\r\n{\"Inst"
                                    .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(emulator.calls("ClearInstance")).isEqualTo(before);
    }

    @Test
    void manySlowPeersDoNotHoldUpOthers() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 100; i++) {
                sockets.add(connect());
                sockets.get(i).getOutputStream().write("POST / HT".getBytes(StandardCharsets.US_ASCII));
            }
            stillServes();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static String answer(byte[] bytes) throws IOException {
        try (var socket = connect()) {
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException e) {
                return "";
            }
        }
    }

    private static Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", emulator.endpoint().getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        return socket;
    }
}
