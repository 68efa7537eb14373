package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a peer sends, the cloud goes on serving others, and nothing of that peer stays behind. */
class MalformedInputTest {
    private static final EmulatorClock CLOCK = EmulatorClock.system();
    private static final String HEADERS_END = "\r\n\r\n";
    private static final String HOST = "\r\nHost: a";

    private static CloudEmulator emulator;
    private static Api3TestClient client;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(
                EmulatorOptions.builder().quotaMode(QuotaMode.OFF).build());
        client = new Api3TestClient(emulator, CLOCK::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void assertServesAndKeepsNothing() throws IOException {
        assertServes();
        Await.until(emulator::openConnectionCount, connections -> connections == 0);
        assertThat(emulatorThreadCount()).isLessThanOrEqualTo(3);
    }

    static Stream<Arguments> malformedRequests() {
        return Stream.of(
                malformedRequest("a word", "hello" + HEADERS_END, "400"),
                malformedRequest("a method", "GET" + HEADERS_END, "400"),
                malformedRequest("nothing but ends of lines", "\r\n".repeat(10_000), "400|"),
                malformedRequest("zeros", "\0".repeat(10_000), "400|"),
                malformedRequest(
                        "the hello of TLS",
                        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + HEADERS_END,
                        "400"),
                malformedRequest("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400|505"),
                malformedRequest("HTTP/9.9", "GET / HTTP/9.9" + HOST + HEADERS_END, "200"),
                malformedRequest("HTTP/x", "GET / HTTP/x" + HOST + HEADERS_END, "400"),
                malformedRequest(
                        "bytes beyond ASCII in a path", "GET /\u00ff\u00fe HTTP/1.1" + HOST + HEADERS_END, "[24]00"),
                malformedRequest(
                        "a negative length", "POST / HTTP/1.1" + HOST + "\r\nContent-Length: -5" + HEADERS_END, "400"),
                malformedRequest(
                        "no number for a length",
                        "POST / HTTP/1.1" + HOST + "\r\nContent-Length: many" + HEADERS_END,
                        "400"),
                malformedRequest("two lengths", post("Content-Length: 2\r\nContent-Length: 3") + "{}", "400"),
                malformedRequest(
                        "a length and chunks", post("Content-Length: 2\r\nTransfer-Encoding: chunked") + "{}", "400|"),
                malformedRequest("a chunk without a size", post("Transfer-Encoding: chunked") + "zz\r\n", "400|"),
                malformedRequest("a huge chunk", post("Transfer-Encoding: chunked") + "ffffffffffffffff\r\n", "400|"),
                malformedRequest("a header without a colon", "POST / HTTP/1.1\r\nhello" + HEADERS_END, "400"),
                malformedRequest("a huge header", post("X-Filler: " + "a".repeat(100_000)), "431"),
                malformedRequest("10,000 headers", post("X-Filler: a\r\n".repeat(9_999) + "X-Filler: a"), "431"),
                malformedRequest(
                        "a huge line", "GET /?" + "a".repeat(100_000) + " HTTP/1.1" + HOST + HEADERS_END, "414"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("malformedRequests")
    void malformedRequest_getsAnHttpErrorOrIsClosed(String name, String text, String status) throws IOException {
        try (var wire = new RawConnection(emulator)) {
            var heard = wire.sendIgnoringClose(text).readAll().text();
            assertThat(heard.isEmpty() ? "" : heard.split(" ")[1]).matches(status);
        }
    }

    static Stream<Arguments> hostileParameters() {
        return Stream.of(
                hostileParameter("100,000 lists", "InvalidParameter", "[".repeat(100_000)),
                hostileParameter("100,000 objects", "InvalidParameter", "{\"Limit\":".repeat(100_000)),
                hostileParameter(
                        "100,000 lists within a parameter", "InvalidParameter", "{\"Status\":" + "[".repeat(100_000)),
                hostileParameter(
                        "a number of 100,000 digits", "InvalidParameter", "{\"Limit\":" + "9".repeat(100_000) + "}"),
                hostileParameter("a huge exponent", "InvalidParameter", "{\"Limit\":1e999999999}"),
                hostileParameter("a number beyond long", "InvalidParameter", "{\"Limit\":9223372036854775808}"),
                hostileParameter("no number", "InvalidParameter", "{\"Limit\":NaN}"),
                hostileParameter(
                        "100,000 parameters", "UnknownParameter", "{" + parameters(100_000, "\"P%d\":1", ",") + "}"),
                hostileParameter(
                        "the same twice", "InvalidParameter", "{" + parameters(100_000, "\"Limit\":%d", ",") + "}"),
                hostileParameter(
                        "a list of 100,000",
                        "InvalidParameterValue",
                        "{\"Status\":[" + parameters(100_000, "%d", ",") + "]}"),
                Arguments.of("bytes that are no UTF-8", "InvalidParameter", (UnaryOperator<Api3TestClient.Request>)
                        r -> r.body("{\"SearchKey\":\"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1))),
                hostileParameter("a zero in a text", "InvalidParameter", "{\"SearchKey\":\"\0\"}"),
                Arguments.of("bytes that are no UTF-8 in a query", "", (UnaryOperator<Api3TestClient.Request>)
                        r -> r.get("SearchKey=%ff%fe")),
                Arguments.of("half an escape in a query", "InvalidParameter", (UnaryOperator<Api3TestClient.Request>)
                        r -> r.get("SearchKey=%f")),
                Arguments.of("3,000 parameters in a query", "UnknownParameter", (UnaryOperator<Api3TestClient.Request>)
                        r -> r.get(parameters(3_000, "P%d=1", "&"))),
                Arguments.of("100,000 parts", "UnknownParameter", (UnaryOperator<Api3TestClient.Request>)
                        r -> r.multipart(
                                "b",
                                parameters(
                                                100_000,
                                                "--b\r\nContent-Disposition: form-data; name=\"P%d\"\r\n\r\n1\r\n",
                                                "")
                                        + "--b--")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileParameters")
    void hostileParameters_getADocumentedError(String name, String code, UnaryOperator<Api3TestClient.Request> change)
            throws IOException {
        assertThat(Api3TestClient.errorCode(
                        change.apply(client.request("DescribeInstances")).sendOnNewConnection()))
                .isEqualTo(code);
    }

    @Test
    void tooLargeForm_isNotParsed() throws IOException {
        var form = parameters(400_000, "Parameter%d=1", "&");
        var calls = emulator.callCount("DescribeInstances");
        var response = client.request("DescribeInstances")
                .header("content-type", "application/x-www-form-urlencoded")
                .afterSigning("authorization", "")
                .body("Action=DescribeInstances&" + form)
                .sendOnNewConnection();
        assertThat(Api3TestClient.errorCode(response)).isEqualTo("RequestSizeLimitExceeded");
        assertThat(emulator.callCount("DescribeInstances")).isEqualTo(calls);
    }

    @Test
    void randomBytes_areHarmless() throws IOException {
        var random = new Random(5);
        for (var i = 0; i < 50; i++) {
            var bytes = new byte[random.nextInt(4000) + 1];
            random.nextBytes(bytes);
            try (var wire = new RawConnection(emulator)) {
                wire.send(bytes);
            }
        }
    }

    @Test
    void truncatedBody_isNeverProcessed() throws IOException {
        var request = client.request("ClearInstance")
                .body("{\"InstanceId\":\"crs-1\"}")
                .wireBytes();
        var before = emulator.callCount("ClearInstance");
        try (var wire = new RawConnection(emulator)) {
            wire.send(new String(request, StandardCharsets.ISO_8859_1).substring(0, request.length - 1));
            wire.shutdownOutput().readAll();
        }
        Await.until(emulator::openConnectionCount, connections -> connections == 0);
        assertThat(emulator.callCount("ClearInstance")).isEqualTo(before);
        RawConnection.exchange(emulator, request);
        assertThat(emulator.callCount("ClearInstance")).isEqualTo(before + 1);
    }

    @Test
    void halfClosedConnection_isAnsweredOrClosed() throws IOException {
        try (var wire = new RawConnection(emulator)) {
            var heard = wire.send(client.request("DescribeInstances").wireBytes())
                    .shutdownOutput()
                    .readAll();
            assertThat(heard.text()).matches("(?s)|HTTP/1.1 200 .*TotalCount.*");
        }
    }

    @Test
    void pipelinedRequests_areAnsweredInOrder() throws IOException {
        try (var wire = new RawConnection(emulator)) {
            for (var limit = 1; limit <= 20; limit++) {
                var request = client.request("DescribeInstances").body("{\"Limit\":" + limit + "}");
                var text = new String(request.wireBytes(), StandardCharsets.ISO_8859_1);
                wire.send(limit == 20 ? text : text.replace("connection: close\r\n", ""));
            }
            var answers = wire.readAll().text().split("HTTP/1.1 200 OK\r\n");
            assertThat(answers).hasSize(21);
            for (var limit = 1; limit <= 20; limit++) {
                assertThat(answers[limit].split("\"InstanceId\"")).hasSize(limit + 1);
            }
        }
    }

    @Test
    void idleAndSlowConnections_doNotDelayOthers() throws IOException {
        var wires = new ArrayList<RawConnection>();
        try {
            for (var i = 0; i < 1_000; i++) {
                wires.add(new RawConnection(emulator));
            }
            for (var wire : wires.subList(0, 100)) {
                wire.send("POST / HT");
            }
            for (var wire : wires.subList(100, 200)) {
                wire.send(post("Content-Length: 1000") + "{");
            }
            Await.until(emulator::openConnectionCount, connections -> connections == 1_000);
            assertServes();
            assertThat(emulatorThreadCount()).isLessThanOrEqualTo(3);
        } finally {
            for (var wire : wires) {
                wire.close();
            }
        }
    }

    private static void assertServes() throws IOException {
        assertThat(RawConnection.exchange(
                                emulator, client.request("DescribeInstances").wireBytes())
                        .text())
                .startsWith("HTTP/1.1 200 OK")
                .contains("TotalCount");
    }

    private static long emulatorThreadCount() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("redial-emulator"))
                .count();
    }

    private static String post(String headers) {
        return "POST / HTTP/1.1" + HOST + "\r\n" + headers + HEADERS_END;
    }

    private static String parameters(int count, String form, String between) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining(between));
    }

    private static Arguments malformedRequest(String name, String text, String status) {
        return Arguments.of(name, text, status);
    }

    private static Arguments hostileParameter(String name, String code, String body) {
        return Arguments.of(name, code, (UnaryOperator<Api3TestClient.Request>) r -> r.body(body));
    }
}
