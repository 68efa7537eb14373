package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContextBuilder;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.TransportException;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.netty.transport.ProxyProvider;
import reactor.test.StepVerifier;

/** Connections of the caller's own making: whom to trust, and through which proxy. */
class OwnConnectionTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static final MockResponse ANSWER = new MockResponse.Builder()
            .body("{\"Response\": {\"RequestId\": \"r-1\"}}")
            .build();

    private final MockWebServer server = new MockWebServer();
    private KeyStore keys;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        keys = selfSigned(folder.resolve("keys.p12"));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server.useHttps(tls.getSocketFactory());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotTrusted() {
        try (var redis = client("https://127.0.0.1:" + server.getPort(), UnaryOperator.identity())) {
            StepVerifier.create(redis.call(DescribeTaskInfoRequest.of(1)))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    TransportException.class,
                                    failed -> assertThat(failed.sent()).isFalse())
                            .hasStackTraceContaining("unable to find valid certification path"))
                    .verify(LONG);
        }
    }

    @Test
    void whoIsTrustedCanBeSaid() {
        server.enqueue(ANSWER);

        try (var redis = client("https://127.0.0.1:" + server.getPort(), this::trusting)) {
            StepVerifier.create(redis.call(DescribeTaskInfoRequest.of(1)))
                    .assertNext(answer -> assertThat(answer.requestId()).isEqualTo("r-1"))
                    .expectComplete()
                    .verify(LONG);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, HTTP/2", "false, HTTP/1.1"})
    void http2IsSpokenWhereTheServerOffersIt(boolean offered, String spoken) throws Exception {
        server.setProtocols(offered ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.HTTP_1_1));
        server.enqueue(ANSWER);
        server.enqueue(ANSWER);
        UnaryOperator<HttpClient> settings =
                http -> trusting(http, Http2SslContextSpec.forClient()).protocol(HttpProtocol.H2, HttpProtocol.HTTP11);

        try (var redis = client("https://127.0.0.1:" + server.getPort(), settings)) {
            var calls = Flux.range(0, 2).concatMap(i -> redis.call(DescribeTaskInfoRequest.of(i)));
            StepVerifier.create(calls).expectNextCount(2).expectComplete().verify(LONG);
        }

        var first = server.takeRequest(1, TimeUnit.SECONDS);
        var second = server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(first.getVersion()).isEqualTo(spoken);
        assertThat(second.getVersion()).isEqualTo(spoken);
        if (offered) {
            assertThat(second.getConnectionIndex()).as("the connection is kept").isEqualTo(first.getConnectionIndex());
        }
    }

    @Test
    void callsCanGoThroughAProxy() throws Exception {
        server.enqueue(new MockResponse.Builder().inTunnel().build());
        server.enqueue(ANSWER);
        UnaryOperator<HttpClient> settings = http -> trusting(http)
                .proxy(proxy ->
                        proxy.type(ProxyProvider.Proxy.HTTP).host("127.0.0.1").port(server.getPort()));

        try (var redis = client("https://redis.nowhere.example", settings)) {
            StepVerifier.create(redis.call(DescribeTaskInfoRequest.of(1)))
                    .assertNext(answer -> assertThat(answer.requestId()).isEqualTo("r-1"))
                    .expectComplete()
                    .verify(LONG);
        }

        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getRequestLine())
                .startsWith("CONNECT redis.nowhere.example:443");
        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getHeaders().get("Host"))
                .isEqualTo("redis.nowhere.example");
    }

    private HttpClient trusting(HttpClient http) {
        return trusting(http, Http11SslContextSpec.forClient());
    }

    private HttpClient trusting(HttpClient http, GenericSslContextSpec<SslContextBuilder> protocols) {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            var context = protocols.configure(tls -> tls.trustManager(trust));
            return http.secure(tls -> tls.sslContext(context));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static TencentRedis client(String endpoint, UnaryOperator<HttpClient> settings) {
        return TencentRedis.builder()
                .credentials(Credentials.of("AKID", "key"))
                .region(Region.AP_GUANGZHOU)
                .endpoint(URI.create(endpoint))
                .http(settings)
                .maxAttempts(1)
                .build();
    }

    /** Made by the JDK's own tool, for the names that are called here. */
    private static KeyStore selfSigned(Path file) throws Exception {
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "server",
                        "-dname",
                        "CN=redial",
                        "-ext",
                        "SAN=ip:127.0.0.1,dns:redis.nowhere.example")
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.log").toFile())
                .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(tool.exitValue())
                .as(Files.readString(file.resolveSibling("keytool.log")))
                .isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setKeyEntry("server", store.getKey("server", PASSWORD), PASSWORD, store.getCertificateChain("server"));
        trusted.setCertificateEntry("trusted", store.getCertificate("server"));
        return trusted;
    }
}
