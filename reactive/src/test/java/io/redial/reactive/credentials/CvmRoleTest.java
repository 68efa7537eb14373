package io.redial.reactive.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CvmRoleTest {
    private static final String PATH = "/latest/meta-data/cam/security-credentials/";
    private static final String KEYS = """
            {"TmpSecretId": "AKID1", "TmpSecretKey": "hush", "ExpiredTime": 4102444800,
             "Expiration": "2100-01-01T00:00:00Z", "Token": "quiet", "Code": "Success"}""";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theMachineNamesItsRoleAndHasItsKeys() throws InterruptedException {
        answer(200, "redis-admin\n");
        answer(200, KEYS);

        assertThat(Asked.keys(keys().cvmRole()))
                .isEqualTo(Credentials.of("AKID1", "hush", "quiet").until(Instant.ofEpochSecond(4102444800L)));
        assertThat(nextPath()).isEqualTo("GET " + PATH);
        assertThat(nextPath()).isEqualTo("GET " + PATH + "redis-admin");
    }

    @Test
    void aRoleThatIsGivenIsNotAskedFor() throws InterruptedException {
        answer(200, KEYS);

        assertThat(Asked.keys(keys().cvmRole("other")).secretId()).isEqualTo("AKID1");
        assertThat(nextPath()).isEqualTo("GET " + PATH + "other");
    }

    @Test
    void keysLiveAsLongAsTheyDoByTheClockOfTheServer() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Date", "Thu, 31 Dec 2099 23:00:00 GMT")
                .body(KEYS)
                .build());

        assertThat(Duration.between(
                        Instant.now(), Asked.keys(keys().cvmRole("other")).expires()))
                .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | -                     | no role is bound to this machine",
                "500 | hush                  | answered with HTTP 500",
                "200 | ../../hush            | names no role",
                "200 | ''                    | names no role",
            })
    void aMachineWithoutARoleHasNoKeys(int status, String body, String why) {
        answer(status, body);

        assertThat(Asked.refusal(keys().cvmRole())).contains(why).doesNotContain("hush");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Code\": \"Failed\", \"Token\": \"hush\"} | has no keys: its Code is not Success",
                "{\"Code\": \"Success\", \"Token\": \"hush\"} | lacks TmpSecretId and TmpSecretKey",
                "hush | is not JSON",
            })
    void whatIsNoKeysIsNotQuoted(String body, String why) {
        answer(200, body);

        assertThat(Asked.refusal(keys().cvmRole("other")))
                .isEqualTo("CVM role: " + Asked.address(server) + PATH + "other " + why);
    }

    @Test
    void anAnswerOfAnySizeIsNotTaken() {
        answer(200, "hush".repeat(17 * 1024));

        assertThat(Asked.refusal(keys().cvmRole("other")))
                .isEqualTo("CVM role: " + Asked.address(server) + PATH
                        + " cannot be reached: the answer is larger than 64 KB");
    }

    @Test
    void anAddressThatDoesNotAnswerIsGivenUpAfterASecond() throws IOException {
        // A server that accepts nothing: the connection is made by the system, and then there is silence.
        try (var silent = new ServerSocket(0)) {
            var address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var provider = Keys.builder().metadata(address).build().cvmRole();

            var began = System.nanoTime();
            assertThat(Asked.refusal(provider))
                    .isEqualTo("CVM role: " + address + PATH
                            + " did not answer within 1000 ms, so this seems to be no CVM");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void anAddressThatIsNotThereIsNamed() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(Asked.refusal(Keys.builder()
                        .metadata(URI.create("http://127.0.0.1:" + port))
                        .build()
                        .cvmRole()))
                .startsWith("CVM role: http://127.0.0.1:" + port + PATH + " cannot be reached: ");
    }

    private Keys keys() {
        return Keys.builder()
                .metadata(Asked.address(server))
                .metadataTimeout(Duration.ofSeconds(20))
                .build();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private String nextPath() throws InterruptedException {
        var request = server.takeRequest(5, TimeUnit.SECONDS);
        return request.getMethod() + " " + request.getUrl().encodedPath();
    }
}
