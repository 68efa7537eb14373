package io.redial.emulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use the admin API: programs and its own page, and no page of anybody else. */
class HostCheckTest {
    private static CloudEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(EmulatorOptions.builder().instances(1).build());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | 127.0.0.1:PORT      |                          |                                | 200
            GET    | localhost:PORT      |                          |                                | 200
            GET    | LOCALHOST           |                          |                                | 200
            GET    | app.localhost:PORT  |                          |                                | 200
            GET    | [::1]:PORT          |                          |                                | 200
            GET    | 127.9.9.9           |                          |                                | 200
            GET    | evil.example:PORT   |                          |                                | 403
            GET    | 127.0.0.1.evil.example | evil                  |                                | 403
            GET    | localhost.evil.example |                       |                                | 403
            GET    | 192.168.1.5:PORT    |                          |                                | 403
            GET    |                     |                          |                                | 403
            GET    | 127.0.0.1:PORT      | http://127.0.0.1:PORT    |                                | 200
            GET    | 127.0.0.1:PORT      | https://127.0.0.1:PORT   |                                | 200
            GET    | 127.0.0.1:PORT      | http://evil.example      |                                | 403
            GET    | 127.0.0.1:PORT      | null                     |                                | 403
            GET    | 127.0.0.1:PORT      | http://127.0.0.1:9       |                                | 403
            POST   | 127.0.0.1:PORT      |                          | application/json               | 200
            POST   | 127.0.0.1:PORT      |                          | application/json; charset=utf-8 | 200
            POST   | 127.0.0.1:PORT      | http://127.0.0.1:PORT    | application/json               | 200
            POST   | 127.0.0.1:PORT      | http://evil.example      | application/json               | 403
            POST   | 127.0.0.1:PORT      |                          |                                | 415
            POST   | 127.0.0.1:PORT      |                          | text/plain                     | 415
            POST   | 127.0.0.1:PORT      |                          | application/x-www-form-urlencoded | 415
            POST   | 127.0.0.1:PORT      |                          | application/jsonx              | 415
            """)
    void hostOriginAndContentType_areChecked(String method, String host, String origin, String type, int status)
            throws IOException {
        var path = method.equals("GET") ? "/_emulator/state" : "/_emulator/reset";
        var lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Content-Length: 0"));
        lines.add("Host: " + (host == null ? "" : host));
        if (origin != null) {
            lines.add("Origin: " + origin);
        }
        if (type != null) {
            lines.add("Content-Type: " + type);
        }
        assertThat(status(emulator, String.join("\r\n", lines))).isEqualTo(status);
    }

    @Test
    void publicAddress_acceptsAnyHostName() throws IOException {
        try (var open = CloudEmulator.start(
                EmulatorOptions.builder().instances(1).bindAddress("0.0.0.0").build())) {
            assertThat(status(open, "GET /_emulator/state HTTP/1.1\r\nHost: emulator:8080"))
                    .isEqualTo(200);
            assertThat(status(
                            open,
                            "GET /_emulator/state HTTP/1.1\r\nHost: emulator:8080\r\nOrigin: http://evil.example"))
                    .isEqualTo(403);
        }
    }

    @Test
    void disabledAdmin_leavesThePathToTheCloud() throws IOException {
        try (var closed = CloudEmulator.start(
                EmulatorOptions.builder().instances(1).adminEnabled(false).build())) {
            assertThat(exchange(closed, "GET /_emulator/state HTTP/1.1\r\nHost: localhost"))
                    .contains("\"Response\"");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT /_emulator/quotas  | 65537     | 413
            POST /_emulator/reset  | 10000000  | 413
            GET /_emulator/state   | 1         | 413
            DELETE /_emulator/faults | 1       | 413
            GET /_emulator/instances?search=%zz | 0 | 400
            """)
    void tooLargeBodyOrMalformedQuery_isRejected(String line, int length, int status) throws IOException {
        var head = line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + length;
        assertThat(exchange(emulator, head + "\r\nConnection: close\r\n\r\n" + " ".repeat(length)))
                .startsWith("HTTP/1.1 " + status);
    }

    private static int status(CloudEmulator emulator, String head) throws IOException {
        return Integer.parseInt(exchange(emulator, head).split(" ")[1]);
    }

    private static String exchange(CloudEmulator emulator, String head) throws IOException {
        var port = emulator.endpoint().getPort();
        var text = head.contains("\r\n\r\n") ? head : head + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(text.replace("PORT", Integer.toString(port)).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
