package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.redis.v20180412.RedisClient;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever trusts the certificate is served over HTTPS as over HTTP, and nobody else is. */
class HttpsTest {
    private static CloudEmulator emulator;
    private static TrustedCertificate trust;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(EmulatorOptions.builder().https().build());
        trust = TrustedCertificate.of(emulator.certificate());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TC3-HMAC-SHA256, POST",
        "TC3-HMAC-SHA256, GET",
        "HmacSHA256, POST",
        "HmacSHA256, GET",
        "HmacSHA1, POST",
        "HmacSHA1, GET",
    })
    void vendorSdk_isServed(String sign, String method) throws TencentCloudSDKException {
        var profile = profile(sign, method);
        profile.getHttpProfile().setSslSocketFactory(trust.sslContext().getSocketFactory());
        profile.getHttpProfile().setX509TrustManager(trust.trustManager());
        assertThat(list(profile)).isEqualTo(300);
    }

    @Test
    void vendorSdk_rejectsAnUntrustedCertificate() {
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> list(profile(ClientProfile.SIGN_TC3_256, "POST")))
                .withStackTraceContaining("unable to find valid certification path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void everyHostName_isServed(String host) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().sslContext(trust.sslContext()).build();
        assertThat(client.send(request(host), BodyHandlers.ofString()).body()).contains("\"Response\"");
    }

    @Test
    void certificate_listsEveryHostName() throws CertificateParsingException {
        assertThat(emulator.certificate().getSubjectAlternativeNames())
                .hasToString("[[2, localhost], [7, 127.0.0.1], [7, 0:0:0:0:0:0:0:1]]");
    }

    @Test
    void defaultTrustStore_rejectsTheCertificate() {
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> HttpClient.newHttpClient().send(request("127.0.0.1"), BodyHandlers.ofString()));
    }

    @Test
    void certificatePem_isReadBack() throws Exception {
        var pem = emulator.certificatePem().getBytes(StandardCharsets.US_ASCII);
        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)))
                .isEqualTo(emulator.certificate());
    }

    @Test
    void plainTextOnTheHttpsPort_isHarmless() throws IOException, InterruptedException {
        try (var socket = new Socket("127.0.0.1", emulator.secureEndpoint().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Response");
        }
        everyHostName_isServed("localhost");
    }

    @Test
    void https_isOffByDefault() {
        try (var plain = CloudEmulator.start(EmulatorOptions.defaults())) {
            assertThatIllegalStateException().isThrownBy(plain::secureEndpoint).withMessageContaining("https()");
            assertThatIllegalStateException().isThrownBy(plain::certificate);
        }
    }

    @Test
    void httpsPortInUse_releasesTheHttpPort() throws IOException {
        var port = freePort();
        try (var taken = new ServerSocket(0)) {
            var options = EmulatorOptions.builder().port(port).https(taken.getLocalPort());
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> CloudEmulator.start(options.build()));
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
    }

    @ParameterizedTest
    @CsvSource({"::1, [0:0:0:0:0:0:0:1]", "0.0.0.0, 127.0.0.1", "127.0.0.2, 127.0.0.2"})
    void listensOnTheConfiguredAddress(String bind, String host) throws IOException, InterruptedException {
        try (var bound = CloudEmulator.start(
                EmulatorOptions.builder().bindAddress(bind).https().build())) {
            assertThat(bound.endpoint().getHost()).isEqualTo(host);
            var client = HttpClient.newBuilder()
                    .sslContext(TrustedCertificate.of(bound.certificate()).sslContext())
                    .build();
            for (var endpoint : new URI[] {bound.endpoint(), bound.secureEndpoint()}) {
                var answer = client.send(HttpRequest.newBuilder(endpoint).build(), BodyHandlers.ofString());
                assertThat(answer.body()).contains("\"Response\"");
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpRequest request(String host) {
        var port = emulator.secureEndpoint().getPort();
        return HttpRequest.newBuilder(URI.create("https://" + host + ":" + port))
                .build();
    }

    private static ClientProfile profile(String sign, String method) {
        var http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTPS);
        http.setEndpoint(emulator.secureEndpoint().getAuthority());
        http.setReqMethod(method);
        return new ClientProfile(sign, http);
    }

    private static long list(ClientProfile profile) throws TencentCloudSDKException {
        var key = new Credential(emulator.secretId(), emulator.secretKey());
        return new RedisClient(key, "ap-guangzhou", profile)
                .DescribeInstances(new DescribeInstancesRequest()).getTotalCount();
    }
}
