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
class BadPeerTest {
    private static final EmulatorClock CLOCK = EmulatorClock.system();
    private static final String END = "\r\n\r\n";
    private static final String HOST = "\r\nHost: a";

    private static CloudEmulator emulator;
    private static CloudCaller caller;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(
                EmulatorOptions.builder().quota(QuotaMode.OFF).build());
        caller = new CloudCaller(emulator, CLOCK::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void stillServesAndKeepsNothing() throws IOException {
        serves();
        Deadline.poll(emulator::connections, connections -> connections == 0);
        assertThat(threads()).isLessThanOrEqualTo(3);
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                garbage("a word", "hello" + END, "400"),
                garbage("a method", "GET" + END, "400"),
                garbage("nothing but ends of lines", "\r\n".repeat(10_000), "400|"),
                garbage("zeros", "\0".repeat(10_000), "400|"),
                garbage("the hello of TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + END, "400"),
                garbage("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400|505"),
                garbage("HTTP/9.9", "GET / HTTP/9.9" + HOST + END, "200"),
                garbage("HTTP/x", "GET / HTTP/x" + HOST + END, "400"),
                garbage("bytes beyond ASCII in a path", "GET /\u00ff\u00fe HTTP/1.1" + HOST + END, "[24]00"),
                garbage("a negative length", "POST / HTTP/1.1" + HOST + "\r\nContent-Length: -5" + END, "400"),
                garbage("no number for a length", "POST / HTTP/1.1" + HOST + "\r\nContent-Length: many" + END, "400"),
                garbage("two lengths", post("Content-Length: 2\r\nContent-Length: 3") + "{}", "400"),
                garbage("a length and chunks", post("Content-Length: 2\r\nTransfer-Encoding: chunked") + "{}", "400|"),
                garbage("a chunk without a size", post("Transfer-Encoding: chunked") + "zz\r\n", "400|"),
                garbage("a huge chunk", post("Transfer-Encoding: chunked") + "ffffffffffffffff\r\n", "400|"),
                garbage("a header without a colon", "POST / HTTP/1.1\r\nhello" + END, "400"),
                garbage("a huge header", post("X-Filler: " + "a".repeat(100_000)), "431"),
                garbage("10,000 headers", post("X-Filler: a\r\n".repeat(9_999) + "X-Filler: a"), "431"),
                garbage("a huge line", "GET /?" + "a".repeat(100_000) + " HTTP/1.1" + HOST + END, "414"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("garbage")
    void garbageIsAnsweredWithAnHttpErrorOrTheConnectionIsClosed(String name, String text, String status)
            throws IOException {
        try (var wire = new Wire(emulator)) {
            var heard = wire.sendWhatIsTaken(text).hear().text();
            assertThat(heard.isEmpty() ? "" : heard.split(" ")[1]).matches(status);
        }
    }

    static Stream<Arguments> evil() {
        return Stream.of(
                evil("100,000 lists", "InvalidParameter", "[".repeat(100_000)),
                evil("100,000 objects", "InvalidParameter", "{\"Limit\":".repeat(100_000)),
                evil("100,000 lists within a parameter", "InvalidParameter", "{\"Status\":" + "[".repeat(100_000)),
                evil("a number of 100,000 digits", "InvalidParameter", "{\"Limit\":" + "9".repeat(100_000) + "}"),
                evil("a huge exponent", "InvalidParameter", "{\"Limit\":1e999999999}"),
                evil("a number beyond long", "InvalidParameter", "{\"Limit\":9223372036854775808}"),
                evil("no number", "InvalidParameter", "{\"Limit\":NaN}"),
                evil("100,000 parameters", "UnknownParameter", "{" + parameters(100_000, "\"P%d\":1", ",") + "}"),
                evil("the same twice", "InvalidParameter", "{" + parameters(100_000, "\"Limit\":%d", ",") + "}"),
                evil(
                        "a list of 100,000",
                        "InvalidParameterValue",
                        "{\"Status\":[" + parameters(100_000, "%d", ",") + "]}"),
                Arguments.of("bytes that are no UTF-8", "InvalidParameter", (UnaryOperator<CloudCaller.Request>)
                        r -> r.body("{\"SearchKey\":\"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1))),
                evil("a zero in a text", "InvalidParameter", "{\"SearchKey\":\"\0\"}"),
                Arguments.of("bytes that are no UTF-8 in a query", "", (UnaryOperator<CloudCaller.Request>)
                        r -> r.get("SearchKey=%ff%fe")),
                Arguments.of("half an escape in a query", "InvalidParameter", (UnaryOperator<CloudCaller.Request>)
                        r -> r.get("SearchKey=%f")),
                Arguments.of("3,000 parameters in a query", "UnknownParameter", (UnaryOperator<CloudCaller.Request>)
                        r -> r.get(parameters(3_000, "P%d=1", "&"))),
                Arguments.of("100,000 parts", "UnknownParameter", (UnaryOperator<CloudCaller.Request>) r -> r.multipart(
                        "b",
                        parameters(100_000, "--b\r\nContent-Disposition: form-data; name=\"P%d\"\r\n\r\n1\r\n", "")
                                + "--b--")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("evil")
    void evilParametersGetADocumentedError(String name, String code, UnaryOperator<CloudCaller.Request> change)
            throws IOException {
        assertThat(CloudCaller.code(
                        change.apply(caller.request("DescribeInstances")).sendAlone()))
                .isEqualTo(code);
    }

    @Test
    void aFormThatIsTooLargeIsNotTakenApart() throws IOException {
        var form = parameters(400_000, "Parameter%d=1", "&");
        var calls = emulator.calls("DescribeInstances");
        var response = caller.request("DescribeInstances")
                .header("content-type", "application/x-www-form-urlencoded")
                .late("authorization", "")
                .body("Action=DescribeInstances&" + form)
                .sendAlone();
        assertThat(CloudCaller.code(response)).isEqualTo("RequestSizeLimitExceeded");
        assertThat(emulator.calls("DescribeInstances")).isEqualTo(calls);
    }

    @Test
    void randomBytesDoNoHarm() throws IOException {
        var random = new Random(5);
        for (var i = 0; i < 50; i++) {
            var bytes = new byte[random.nextInt(4000) + 1];
            random.nextBytes(bytes);
            try (var wire = new Wire(emulator)) {
                wire.send(bytes);
            }
        }
    }

    @Test
    void aBodyThatBreaksOffIsNeverProcessed() throws IOException {
        var request = caller.request("ClearInstance")
                .body("{\"InstanceId\":\"crs-1\"}")
                .bytes();
        var before = emulator.calls("ClearInstance");
        try (var wire = new Wire(emulator)) {
            wire.send(new String(request, StandardCharsets.ISO_8859_1).substring(0, request.length - 1));
            wire.finish().hear();
        }
        Deadline.poll(emulator::connections, connections -> connections == 0);
        assertThat(emulator.calls("ClearInstance")).isEqualTo(before);
        Wire.exchange(emulator, request);
        assertThat(emulator.calls("ClearInstance")).isEqualTo(before + 1);
    }

    @Test
    void whoSaysTheLastWordFirstIsAnsweredOrHungUpOn() throws IOException {
        try (var wire = new Wire(emulator)) {
            var heard = wire.send(caller.request("DescribeInstances").bytes())
                    .finish()
                    .hear();
            assertThat(heard.text()).matches("(?s)|HTTP/1.1 200 .*TotalCount.*");
        }
    }

    @Test
    void requestsInARowAreAnsweredInARow() throws IOException {
        try (var wire = new Wire(emulator)) {
            for (var limit = 1; limit <= 20; limit++) {
                var request = caller.request("DescribeInstances").body("{\"Limit\":" + limit + "}");
                var text = new String(request.bytes(), StandardCharsets.ISO_8859_1);
                wire.send(limit == 20 ? text : text.replace("connection: close\r\n", ""));
            }
            var answers = wire.hear().text().split("HTTP/1.1 200 OK\r\n");
            assertThat(answers).hasSize(21);
            for (var limit = 1; limit <= 20; limit++) {
                assertThat(answers[limit].split("\"InstanceId\"")).hasSize(limit + 1);
            }
        }
    }

    @Test
    void aThousandIdlePeersAndAHundredSlowOnesDoNotHoldUpOthers() throws IOException {
        var wires = new ArrayList<Wire>();
        try {
            for (var i = 0; i < 1_000; i++) {
                wires.add(new Wire(emulator));
            }
            for (var wire : wires.subList(0, 100)) {
                wire.send("POST / HT");
            }
            for (var wire : wires.subList(100, 200)) {
                wire.send(post("Content-Length: 1000") + "{");
            }
            Deadline.poll(emulator::connections, connections -> connections == 1_000);
            serves();
            assertThat(threads()).isLessThanOrEqualTo(3);
        } finally {
            for (var wire : wires) {
                wire.close();
            }
        }
    }

    private static void serves() throws IOException {
        assertThat(Wire.exchange(emulator, caller.request("DescribeInstances").bytes())
                        .text())
                .startsWith("HTTP/1.1 200 OK")
                .contains("TotalCount");
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("redial-emulator"))
                .count();
    }

    private static String post(String headers) {
        return "POST / HTTP/1.1" + HOST + "\r\n" + headers + END;
    }

    private static String parameters(int count, String form, String between) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining(between));
    }

    private static Arguments garbage(String name, String text, String status) {
        return Arguments.of(name, text, status);
    }

    private static Arguments evil(String name, String code, String body) {
        return Arguments.of(name, code, (UnaryOperator<CloudCaller.Request>) r -> r.body(body));
    }
}
