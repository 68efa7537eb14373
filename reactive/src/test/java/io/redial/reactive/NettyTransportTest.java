package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TransportException;
import io.redial.core.protocol.HttpCall;
import io.redial.core.protocol.Target;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What networks do, over real sockets: was the request sent, was it answered, and is it sent again? */
class NettyTransportTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String ANSWER = "{\"Response\": {\"RequestId\": \"r-1\"}}";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What goes wrong with the first request; the second would be answered. */
    @ParameterizedTest(name = "{0}: a {1} is sent {2} times and {3}")
    @CsvSource({
        "reset when the request begins,  read,  2, succeeds",
        "reset when the request begins,  write, 1, is unknown",
        "reset inside the request,       read,  2, succeeds",
        "reset inside the request,       write, 1, is unknown",
        "reset before the answer,        read,  2, succeeds",
        "reset before the answer,        write, 1, is unknown",
        "answer cut off,                 read,  2, succeeds",
        "answer cut off,                 write, 1, is unknown",
        "no answer,                      read,  2, succeeds",
        "no answer,                      write, 1, is unknown",
        "slow headers,                   read,  2, succeeds",
        "slow headers,                   write, 1, is unknown",
        "slow body,                      read,  2, succeeds",
        "slow body,                      write, 1, is unknown",
        "page of a gateway,              read,  2, succeeds",
        "page of a gateway,              write, 1, is unknown",
        "JSON cut off,                   read,  2, succeeds",
        "JSON cut off,                   write, 1, is unknown",
        "HTTP 429 with a page,           read,  2, succeeds",
        "HTTP 429 with a page,           write, 2, succeeds",
        "refusal with numbers,           read,  2, succeeds",
        "refusal with numbers,           write, 2, succeeds",
        "refusal without numbers,        read,  2, succeeds",
        "refusal without numbers,        write, 2, succeeds",
        "expired signature,              read,  2, succeeds",
        "expired signature,              write, 2, succeeds",
        "internal error,                 read,  2, succeeds",
        "internal error,                 write, 1, is refused",
        "no such instance,               read,  1, is refused",
    })
    void afterAFault(String fault, String effect, int sent, String outcome) {
        server.enqueue(faulty(fault));
        server.enqueue(new MockResponse.Builder().body(ANSWER).build());

        try (var redis = client(server.url("/").uri(), timeout(fault))) {
            assertThat(outcome(redis.call(request(effect)))).isEqualTo(outcome);
        }
        // A request that is reset while it comes in may not have come in far enough to be counted.
        var uncounted = fault.contains("the request") ? 1 : 0;
        assertThat(server.getRequestCount()).isBetween(sent - uncounted, sent);
    }

    @Test
    void aRefusedConnectionIsNotSent() throws IOException {
        var port = freePort();

        try (var redis = client(URI.create("http://127.0.0.1:" + port))) {
            assertThat(error(redis.call(request("write"))))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            lost -> assertThat(lost.sent()).isFalse())
                    .hasMessageContaining(
                            "UpgradeInstance in ap-guangzhou was not sent: no connection to 127.0.0.1:" + port);
        }
    }

    @Test
    void nothingIsSignedBeforeThereIsAConnection() throws IOException {
        var address = URI.create("http://127.0.0.1:" + freePort());
        var signed = new AtomicInteger();
        Outgoing request = new Outgoing() {
            @Override
            public URI address() {
                return address;
            }

            @Override
            public HttpCall signed() {
                signed.incrementAndGet();
                return new HttpCall("POST", address, Map.of(), new byte[0]);
            }
        };
        var call = Call.first(DescribeTaskInfoRequest.of(1), new Target(address, "ap-guangzhou"), Lane.INTERACTIVE);
        var transport = new NettyTransport(Schedulers.parallel(), UnaryOperator.identity());

        assertThat(error(transport.send(call, request))).isInstanceOf(ConnectException.class);

        assertThat(signed).hasValue(0);
        assertThat(call.wasSent()).isFalse();
        transport.dispose();
    }

    @Test
    void gettingReadySendsNothing() {
        try (var redis = client(server.url("/").uri())) {
            redis.warmUp().block(LONG);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void gettingReadyFindsOutThatThereAreNoKeys() {
        var settings = TencentRedis.builder()
                .credentials(() -> CompletableFuture.failedFuture(new CredentialsException("no keys here")))
                .region(Region.AP_GUANGZHOU);
        try (var redis = settings.build()) {
            assertThat(error(redis.warmUp())).hasMessage("no keys here");
        }
    }

    @Test
    void anAnswerWhoseLengthNobodyAnnouncesIsReadWhole() {
        var longId = "x".repeat(100_000);
        server.enqueue(new MockResponse.Builder()
                .chunkedBody("{\"Response\": {\"RequestId\": \"" + longId + "\"}}", 1_000)
                .build());

        try (var redis = client(server.url("/").uri())) {
            assertThat(redis.call(DescribeTaskInfoRequest.of(1)).block(LONG).requestId())
                    .isEqualTo(longId);
        }
    }

    @Test
    void anUnknownHostIsNotSent() {
        try (var redis = client(URI.create("http://no-such-host.invalid"))) {
            assertThat(error(redis.call(request("write"))))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            lost -> assertThat(lost.sent()).isFalse())
                    .hasMessageContaining("no-such-host.invalid");
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsNotSent() {
        try (var redis = client(URI.create("https://127.0.0.1:" + server.getPort()))) {
            assertThat(error(redis.call(request("write"))))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            lost -> assertThat(lost.sent()).isFalse());
        }
    }

    @Test
    void theBytesOnTheWireAreTheSignedOnes() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body(ANSWER).build());

        try (var redis = client(server.url("/").uri())) {
            assertThat(error(redis.call(request("write")))).isNull();
        }

        var request = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(request.getHeaders().get("Host")).isEqualTo("127.0.0.1:" + server.getPort());
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json; charset=utf-8");
        assertThat(request.getHeaders().get("Content-Length")).isNotNull();
        assertThat(request.getBody().utf8()).isEqualTo("{\"InstanceId\":\"crs-1\",\"MemSize\":4096}");
    }

    private static MockResponse faulty(String fault) {
        var response = new MockResponse.Builder().body(ANSWER);
        var close = new SocketEffect.CloseSocket();
        return switch (fault) {
            case "reset when the request begins" ->
                response.onRequestStart(close).build();
            case "reset inside the request" -> response.onRequestBody(close).build();
            case "refusal with numbers" ->
                refusal(
                        "RequestLimitExceeded",
                        "Your current request times equals to `21` in a second, which exceeds the frequency limit `20`");
            case "refusal without numbers" -> refusal("RequestLimitExceeded.UinLimitExceeded", "Too many.");
            case "expired signature" -> refusal("AuthFailure.SignatureExpire", "Expired.");
            case "internal error" -> refusal("InternalError.DbOperationFailed", "Oops.");
            case "no such instance" -> refusal("ResourceNotFound.InstanceNotExists", "No.");
            case "reset before the answer" -> response.onResponseStart(close).build();
            case "answer cut off" -> response.onResponseBody(close).build();
            case "no answer" ->
                response.onResponseStart(SocketEffect.Stall.INSTANCE).build();
            case "slow headers" -> response.headersDelay(5, TimeUnit.SECONDS).build();
            case "slow body" -> response.bodyDelay(5, TimeUnit.SECONDS).build();
            case "page of a gateway" ->
                response.code(502).body("<html>Bad Gateway</html>").build();
            case "JSON cut off" ->
                response.body("{\"Response\": {\"RequestId\"").build();
            case "HTTP 429 with a page" ->
                response.code(429).body("<html>Slow down</html>").build();
            default -> throw new IllegalArgumentException(fault);
        };
    }

    private static MockResponse refusal(String code, String message) {
        return new MockResponse.Builder()
                .addHeader("Date", "Sat, 21 Nov 2026 12:00:00 GMT")
                .body("{\"Response\": {\"Error\": {\"Code\": \"" + code + "\", \"Message\": \"" + message + "\"}}}")
                .build();
    }

    private static String outcome(Mono<?> call) {
        var error = error(call);
        if (error instanceof OutcomeUnknownException) {
            return "is unknown";
        }
        return error == null ? "succeeds" : error instanceof ServiceException ? "is refused" : error.toString();
    }

    private static ApiRequest<?> request(String effect) {
        return effect.equals("write") ? UpgradeInstanceRequest.of("crs-1", 4096) : DescribeTaskInfoRequest.of(1);
    }

    /** How the call fails, or null. */
    private static Throwable error(Mono<?> call) {
        return call.materialize()
                .mapNotNull(signal -> signal.getThrowable())
                .timeout(LONG, Mono.error(new TimeoutException("the test itself")))
                .block(LONG);
    }

    /** Short where the fault is only noticed by it; else so long that no slow machine is taken for one. */
    private static Duration timeout(String fault) {
        return fault.startsWith("slow") || fault.equals("no answer") ? Duration.ofSeconds(2) : LONG;
    }

    private static TencentRedis client(URI endpoint) {
        return client(endpoint, LONG);
    }

    private static TencentRedis client(URI endpoint, Duration attemptTimeout) {
        return TencentRedis.builder()
                .credentials(Credentials.of("id", "key"))
                .region(Region.AP_GUANGZHOU)
                .endpoint(URI.create(endpoint.getScheme() + "://" + host(endpoint)))
                .attemptTimeout(attemptTimeout)
                .maxAttempts(2)
                .build();
    }

    private static String host(URI endpoint) {
        var host = endpoint.getHost().equals("localhost") ? "127.0.0.1" : endpoint.getHost();
        return endpoint.getPort() < 0 ? host : host + ":" + endpoint.getPort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
