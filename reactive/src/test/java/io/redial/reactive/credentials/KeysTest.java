package io.redial.reactive.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.credentials.Credentials;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class KeysTest {
    private static final String FROM_STS = """
            {"Response": {"Credentials": {"Token": "quiet", "TmpSecretId": "AKID-TKE", "TmpSecretKey": "silence"},
             "ExpiredTime": 4102444800}}""";
    private static final String FROM_METADATA = """
            {"TmpSecretId": "AKID-CVM", "TmpSecretKey": "silence", "ExpiredTime": 4102444800, "Token": "quiet",
             "Code": "Success"}""";

    @TempDir
    private Path directory;

    /** From the last link to the first: whoever has keys goes before all that had them until then. */
    @Test
    void theChainIsThatOfTheVendor() throws IOException {
        var home = new Home(directory);
        var environment = new HashMap<>(Map.of(
                "TKE_REGION", "ap-guangzhou",
                "TKE_PROVIDER_ID", "OIDC",
                "TKE_WEB_IDENTITY_TOKEN_FILE", home.write("token", "jwt").toString(),
                "TKE_ROLE_ARN", "qcs::cam::uin/1:roleName/pod"));
        try (var sts = serving(FROM_STS);
                var metadata = serving(FROM_METADATA);
                var none = new MockWebServer()) {
            none.setDispatcher(new Always(new MockResponse.Builder().code(404).build()));
            none.start();

            assertThat(found(home, environment, none, sts)).isEqualTo("AKID-TKE");
            assertThat(found(home, environment, metadata, sts)).isEqualTo("AKID-CVM");
            home.write("user/.tccli/default.credential", "{\"secretId\": \"AKID-CLI\", \"secretKey\": \"hush\"}");
            assertThat(found(home, environment, metadata, sts)).isEqualTo("AKID-CLI");
            home.write("user/.tencentcloud/credentials", "[default]\nsecret_id=AKID-FILE\nsecret_key=hush\n");
            assertThat(found(home, environment, metadata, sts)).isEqualTo("AKID-FILE");
            environment.putAll(Map.of("TENCENTCLOUD_SECRET_ID", "AKID-ENV", "TENCENTCLOUD_SECRET_KEY", "hush"));
            assertThat(found(home, environment, metadata, sts)).isEqualTo("AKID-ENV");
        }
    }

    @Test
    void whereNobodyHasKeysTheErrorSaysWhyWithinLittleMoreThanASecond() throws IOException {
        var home = new Home(directory);
        var readable = home.write("user/.tencentcloud/credentials", "rw-r--r--", "[default]\nsecret_key=hush\n");
        try (var silent = new ServerSocket(0)) {
            var metadata = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var chain = home.settings(Map.of("TKE_REGION", "ap-guangzhou"))
                    .metadata(metadata)
                    .build()
                    .tencentChain();

            var began = System.nanoTime();
            var refusal = Asked.refusal(chain);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(refusal)
                    .isEqualTo("no credentials anywhere; tried in this order: (1) no credentials in the environment: "
                            + "TENCENTCLOUD_SECRET_ID is not set, TENCENTCLOUD_SECRET_KEY is not set, "
                            + "TENCENTCLOUD_TOKEN is not set (needed for temporary keys only); (2) " + readable
                            + " holds keys and can be read by others, so it is not used; run: chmod 600 " + readable
                            + "; (3) " + home.user().resolve(".tccli/default.credential")
                            + " is not there; (4) CVM role: "
                            + metadata
                            + "/latest/meta-data/cam/security-credentials/ did not answer within 1000 ms, so this "
                            + "seems to be no CVM; (5) TKE role: not set in the environment: TKE_PROVIDER_ID, "
                            + "TKE_WEB_IDENTITY_TOKEN_FILE, TKE_ROLE_ARN");
        }
    }

    @Test
    void aThousandAtOnceAskTheMetadataOnce() throws IOException {
        try (var metadata = serving(FROM_METADATA)) {
            var provider = Keys.builder()
                    .metadata(Asked.address(metadata))
                    .metadataTimeout(Duration.ofSeconds(20))
                    .build()
                    .cvmRole("admin");

            assertThat(Flux.range(0, 1_000)
                            .flatMap(call -> Mono.fromCompletionStage(provider::resolve), 1_000)
                            .map(Credentials::secretId)
                            .distinct()
                            .collectList()
                            .block(Duration.ofSeconds(20)))
                    .containsExactly("AKID-CVM");
            assertThat(metadata.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void nothingShowsASecretInItsTextForm() {
        var environment = Map.of("TENCENTCLOUD_SECRET_KEY", "hush");
        var keys = new Home(directory).settings(environment).build();
        var source = Credentials.of("AKID1", "hush", "hush").until(Instant.EPOCH);
        var role = AssumeRole.of("arn", "me").withExternalId("hush").withPolicy("hush");

        assertThat(new Object[] {
                    keys,
                    source,
                    role,
                    new Environment(environment),
                    new WebIdentity("OIDC", "arn", "hush"),
                    Standing.fetched(source, 0),
                    keys.environment(),
                    keys.process("true", "hush"),
                    keys.assumeRole(role, source),
                    keys.refreshing(source),
                    keys.tencentChain(),
                    keys.alibabaChain(),
                })
                .allSatisfy(object -> assertThat(object.toString()).doesNotContain("hush"));
        assertThat(role)
                .hasToString("AssumeRole{roleArn=arn, sessionName=me, region=ap-guangzhou, duration=PT2H, policy=***, "
                        + "externalId=***}");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        for (var wrong : IntStream.of(0, -1).mapToObj(Duration::ofSeconds).toList()) {
            assertThatThrownBy(() -> Keys.builder().metadataTimeout(wrong)).hasMessageStartingWith("metadataTimeout");
            assertThatThrownBy(() -> Keys.builder().stsTimeout(wrong)).hasMessageStartingWith("stsTimeout");
            assertThatThrownBy(() -> Keys.builder().processTimeout(wrong)).hasMessageStartingWith("processTimeout");
            assertThatThrownBy(() -> AssumeRole.of("arn", "me").withDuration(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> AssumeRole.of("arn", "me").withDuration(Duration.ofHours(13)))
                .hasMessage("keys live between 1 s and 12 h, not PT13H");
    }

    private static String found(Home home, Map<String, String> environment, MockWebServer metadata, MockWebServer sts) {
        return Asked.keys(home.settings(environment)
                        .metadata(Asked.address(metadata))
                        .metadataTimeout(Duration.ofSeconds(20))
                        .sts(Asked.address(sts))
                        .stsTimeout(Duration.ofSeconds(20))
                        .build()
                        .tencentChain())
                .secretId();
    }

    private static MockWebServer serving(String body) throws IOException {
        var server = new MockWebServer();
        server.setDispatcher(new Always(new MockResponse.Builder().body(body).build()));
        server.start();
        return server;
    }

    /** Asked which role there is, it names one; else it gives one answer. */
    private static final class Always extends Dispatcher {
        private final MockResponse answer;

        Always(MockResponse answer) {
            this.answer = answer;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            var asksForTheName = request.getUrl().encodedPath().endsWith("security-credentials/");
            return asksForTheName && answer.getCode() == 200
                    ? new MockResponse.Builder().body("admin").build()
                    : answer;
        }
    }
}
