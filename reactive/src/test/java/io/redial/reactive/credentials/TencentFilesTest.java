package io.redial.reactive.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TencentFilesTest {
    private static final String PROFILES = """
            # ours
            [default]
            secret_id = AKID1
            secret_key = "hush"

            ; theirs
            [prod]
            SECRET_ID=AKID2
            secret_key=hush=hush
            token = quiet
            [half]
            secret_id = AKID3
            """;

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void atHome() {
        home = new Home(directory);
    }

    @Test
    void aProfileIsASectionOfAFile() {
        home.write("user/.tencentcloud/credentials", PROFILES);

        assertThat(Asked.keys(home.keys().profile())).isEqualTo(Credentials.of("AKID1", "hush"));
        assertThat(Asked.keys(home.keys().profile("prod"))).isEqualTo(Credentials.of("AKID2", "hush=hush", "quiet"));
        assertThat(Asked.keys(home.settings(Map.of("TENCENTCLOUD_PROFILE", "prod"))
                        .build()
                        .profile()))
                .isEqualTo(Credentials.of("AKID2", "hush=hush", "quiet"));
    }

    @Test
    void theFileOfTheMachineGoesBeforeThatOfTheUserAndOneThatIsNamedBeforeBoth() {
        home.write("user/.tencentcloud/credentials", PROFILES);
        home.write("etc/tencentcloud/credentials", "[default]\nsecret_id=AKID8\nsecret_key=hush\n");
        var named = home.write("elsewhere", "[default]\nsecret_id=AKID9\nsecret_key=hush\n");

        assertThat(Asked.keys(home.keys().profile()).secretId()).isEqualTo("AKID8");
        assertThat(Asked.keys(home.settings(Map.of("TENCENTCLOUD_CREDENTIALS_FILE", named.toString()))
                                .build()
                                .profile())
                        .secretId())
                .isEqualTo("AKID9");
    }

    @Test
    void whatIsMissingIsNamedWithThePath() {
        var path = directory.resolve("user/.tencentcloud/credentials");
        assertThat(Asked.refusal(home.keys().profile())).isEqualTo(path + " is not there");

        home.write("user/.tencentcloud/credentials", PROFILES);
        assertThat(Asked.refusal(home.keys().profile("test")))
                .isEqualTo("profile file: " + path + " has no section [test], but these: [default, prod, half]");
        assertThat(Asked.refusal(home.keys().profile("half")))
                .isEqualTo("profile file: " + path + " [half] lacks secret_key");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"rw-r-----", "rw----r--", "rw-r--r--"})
    void aFileThatOthersMayReadIsRefusedWithTheCommandThatHelps(String rights) {
        var path = home.write("user/.tencentcloud/credentials", rights, PROFILES);

        assertThat(Asked.refusal(home.keys().profile()))
                .isEqualTo(path + " holds keys and can be read by others, so it is not used; run: chmod 600 " + path);
    }

    @Test
    void aDirectoryAndAHugeFileAreNoFilesOfKeys() {
        home.write("user/.tencentcloud/credentials", "#".repeat(64 * 1024 + 1));
        assertThat(Asked.refusal(home.keys().profile())).endsWith("is larger than 64 KB: no file of keys");

        home.write("etc/tencentcloud/credentials/file", "");
        assertThat(Asked.refusal(home.keys().profile()))
                .isEqualTo(directory.resolve("etc/tencentcloud/credentials") + " is no file");
        assertThat(Asked.refusal(home.settings(Map.of("TENCENTCLOUD_CREDENTIALS_FILE", "/dev/zero"))
                        .build()
                        .profile()))
                .isEqualTo("/dev/zero is no file");
    }

    @Test
    void theCliKeepsKeysAsJson() {
        home.write("user/.tccli/default.credential", "{\"secretId\": \"AKID1\", \"secretKey\": \"hush\"}");
        home.write("user/.tccli/web.credential", """
                {"type": "oauth", "secretId": "AKID2", "secretKey": "hush", "token": "quiet", "expiresAt": 4102444800,
                 "oauth": {"accessToken": "a", "refreshToken": "r"}}""");

        assertThat(Asked.keys(home.keys().cli())).isEqualTo(Credentials.of("AKID1", "hush"));
        var keys = Credentials.of("AKID2", "hush", "quiet").until(Instant.ofEpochSecond(4102444800L));
        assertThat(Asked.keys(home.keys().cli("web"))).isEqualTo(keys);
        var environment = Map.of("TCCLI_PROFILE", "web", "TENCENTCLOUD_PROFILE", "none");
        assertThat(Asked.keys(home.settings(environment).build().cli())).isEqualTo(keys);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"secretId\": \"None\", \"secretKey\": \"None\"} | lacks secretId and secretKey",
                "{\"secretId\": \"AKID1\"} | lacks secretKey",
                "{\"type\": \"cvm-role\"} | says that the role of this CVM is to be used",
                "{\"secretId\": \"AKID1\", \"secretKey\": \"hush\", \"expiresAt\": \"soon\"} | has no time in expiresAt",
                "hush | is not JSON",
                "[\"hush\"] | is not a JSON object",
            })
    void whatTheCliDidNotWriteIsRefused(String text, String why) {
        var path = home.write("user/.tccli/default.credential", text);

        assertThat(Asked.refusal(home.keys().cli())).isEqualTo(path + " " + why);
    }

    @Test
    void aLoginInTheBrowserThatIsOverGivesNoKeys() {
        home.write(
                "user/.tccli/default.credential",
                "{\"type\": \"oauth\", \"secretId\": \"AKID2\", \"secretKey\": \"hush\", \"expiresAt\": 1}");

        assertThat(Asked.refusal(home.keys().cli()))
                .isEqualTo("the keys that were fetched have expired at 1970-01-01T00:00:01Z");
    }
}
