package io.redial.reactive.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.signature.Tc3Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsTest {
    private static final String ANSWER = """
            {"Response": {"Credentials": {"Token": "quiet", "TmpSecretId": "AKID2", "TmpSecretKey": "silence"},
             "ExpiredTime": 4102444800, "Expiration": "2100-01-01T00:00:00Z", "RequestId": "r-1"}}""";

    private static final Credentials TEMPORARY =
            Credentials.of("AKID2", "silence", "quiet").until(Instant.ofEpochSecond(4102444800L));
    private static final Credentials SOURCE = Credentials.of("AKID1", "hush", "still");
    private static final AssumeRole ROLE = AssumeRole.of("qcs::cam::uin/1:roleName/admin", "nightly");

    @TempDir
    private Path directory;

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
    void assumingARoleIsACallThatTheSourceSigns() throws InterruptedException {
        answer(ANSWER);
        var role =
                ROLE.withDuration(Duration.ofMinutes(15)).withRegion("ap-tokyo").withExternalId("x-1");

        assertThat(Asked.keys(keys(Map.of()).assumeRole(role, SOURCE))).isEqualTo(TEMPORARY);

        var request = next();
        var headers = request.getHeaders();
        assertThat(headers.get("X-TC-Action")).isEqualTo("AssumeRole");
        assertThat(headers.get("X-TC-Version")).isEqualTo("2018-08-13");
        assertThat(headers.get("X-TC-Region")).isEqualTo("ap-tokyo");
        assertThat(headers.get("X-TC-Token")).isEqualTo("still");
        var body = request.getBody().utf8();
        assertThat(body)
                .contains(
                        "\"RoleArn\":\"qcs::cam::uin/1:roleName/admin\"",
                        "\"RoleSessionName\":\"nightly\"",
                        "\"DurationSeconds\":900",
                        "\"ExternalId\":\"x-1\"")
                .doesNotContain("Policy");
        var content = new Tc3Signer.Content("POST", "", headers.get("Content-Type"), body.getBytes(UTF_8));
        var time = Instant.ofEpochSecond(Long.parseLong(headers.get("X-TC-Timestamp")));
        assertThat(headers.get("Authorization"))
                .isEqualTo(new Tc3Signer("sts").authorization(SOURCE, headers.get("Host"), content, time));
        assertThat(Duration.between(time, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aClockThatIsOffIsCorrectedOnce() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Date", "Thu, 31 Dec 2099 23:00:00 GMT")
                .body(refusal("AuthFailure.SignatureExpire", "late"))
                .build());
        answer(ANSWER);

        assertThat(Asked.keys(keys(Map.of()).assumeRole(ROLE, SOURCE))).isEqualTo(TEMPORARY);
        next();
        assertThat(next().getHeaders().get("X-TC-Timestamp")).isEqualTo("4102441200");
    }

    @Test
    void aPodIsVouchedForByItsTokenAndSignsNothing() throws InterruptedException {
        new Home(directory).write("token", "rw-r--r--", "eyJhbGciOi\n");
        answer(ANSWER);

        assertThat(Asked.keys(keys(pod()).tkeRole())).isEqualTo(TEMPORARY);

        var request = next();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("SKIP");
        assertThat(request.getHeaders().get("X-TC-Action")).isEqualTo("AssumeRoleWithWebIdentity");
        assertThat(request.getHeaders().get("X-TC-Region")).isEqualTo("ap-guangzhou");
        assertThat(request.getBody().utf8())
                .contains(
                        "\"ProviderId\":\"OIDC\"",
                        "\"WebIdentityToken\":\"eyJhbGciOi\"",
                        "\"RoleArn\":\"qcs::cam::uin/1:roleName/pod\"",
                        "\"RoleSessionName\":\"redial-",
                        "\"DurationSeconds\":7200");
    }

    @Test
    void aPodWithoutAPartOfItsIdentityHasNoRole() {
        assertThat(Asked.refusal(keys(pod()).tkeRole())).isEqualTo(directory.resolve("token") + " is not there");

        new Home(directory).write("token", "\n");
        assertThat(Asked.refusal(keys(pod()).tkeRole()))
                .isEqualTo("TKE role: " + directory.resolve("token") + " is empty");

        var half = new HashMap<>(pod());
        half.remove("TKE_PROVIDER_ID");
        half.put("TKE_ROLE_ARN", " ");
        assertThat(Asked.refusal(keys(half).tkeRole()))
                .isEqualTo("TKE role: not set in the environment: TKE_PROVIDER_ID, TKE_ROLE_ARN");
    }

    @Test
    void aRoleInTheFileOfTheCliIsAssumed() throws InterruptedException {
        new Home(directory).write("user/.tccli/default.credential", """
                        {"secretId": "AKID1", "secretKey": "hush", "role-arn": "qcs::cam::uin/1:roleName/cli",
                         "role-session-name": "me"}""");
        answer(ANSWER);

        assertThat(Asked.keys(keys(Map.of()).cli())).isEqualTo(TEMPORARY);
        assertThat(next().getBody().utf8()).contains("roleName/cli", "\"RoleSessionName\":\"me\"");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"Response\": {\"Error\": {\"Code\": \"AuthFailure\", \"Message\": \"no hush, still x-1\"}, "
                        + "\"RequestId\": \"r-1\"}}"
                        + " | was refused: AuthFailure: no ***, *** *** [request id r-1]",
                "502 | hush | answered with HTTP 502 and something other than STS's JSON",
                "200 | {\"Response\": {\"Credentials\": {\"TmpSecretKey\": \"hush\" "
                        + " | answered with HTTP 200 and something other than STS's JSON",
                "200 | {\"Response\": {\"Credentials\": {\"TmpSecretKey\": \"hush\"}}} | lacks TmpSecretId",
                "200 | {\"Response\": {}} | has no Credentials, so it is not a JSON object",
            })
    void aRefusalNamesTheRoleAndNoSecret(int status, String body, String why) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());

        assertThat(Asked.refusal(keys(Map.of()).assumeRole(ROLE.withExternalId("x-1"), SOURCE)))
                .contains("AssumeRole of qcs::cam::uin/1:roleName/admin", why)
                .doesNotContain("hush");
    }

    @Test
    void stsHasItsTime() {
        server.enqueue(
                new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).build());

        assertThat(Asked.refusal(Keys.builder()
                        .sts(Asked.address(server))
                        .stsTimeout(Duration.ofMillis(100))
                        .build()
                        .assumeRole(ROLE, SOURCE)))
                .endsWith(": 127.0.0.1:" + server.getPort() + ": no answer in time");
    }

    @Test
    void aSourceWithoutKeysSaysWhy() {
        var source = CredentialsProvider.environment(Map.of());

        assertThat(Asked.refusal(keys(Map.of()).assumeRole(ROLE, source)))
                .contains("TENCENTCLOUD_SECRET_ID is not set");
    }

    private Keys keys(Map<String, String> environment) {
        return new Home(directory)
                .settings(environment)
                .sts(Asked.address(server))
                .stsTimeout(Duration.ofSeconds(20))
                .build();
    }

    private Map<String, String> pod() {
        return Map.of(
                "TKE_REGION", "ap-guangzhou",
                "TKE_PROVIDER_ID", "OIDC",
                "TKE_WEB_IDENTITY_TOKEN_FILE", directory.resolve("token").toString(),
                "TKE_ROLE_ARN", "qcs::cam::uin/1:roleName/pod");
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private static String refusal(String code, String message) {
        return "{\"Response\": {\"Error\": {\"Code\": \"" + code + "\", \"Message\": \"" + message + "\"}}}";
    }

    private RecordedRequest next() throws InterruptedException {
        return server.takeRequest(5, TimeUnit.SECONDS);
    }
}
