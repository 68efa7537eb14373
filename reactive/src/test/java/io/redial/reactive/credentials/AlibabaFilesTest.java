package io.redial.reactive.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlibabaFilesTest {
    private static final String CONFIG = """
            {"current": "work", "profiles": [
              {"name": "work", "mode": "AK", "access_key_id": "LTAI1", "access_key_secret": "hush", "region_id": "cn-beijing"},
              {"name": "sts", "mode": "StsToken", "access_key_id": "LTAI2", "access_key_secret": "hush", "sts_token": "quiet"},
              {"name": "role", "mode": "EcsRamRole", "ram_role_name": "admin"},
              {"name": "half", "mode": "AK", "access_key_secret": "hush"}]}""";

    private static final String PROFILES = """
            [default]
            enable = true
            type = access_key
            access_key_id = LTAI3
            access_key_secret = hush
            [off]
            type = access_key
            access_key_id = LTAI4
            access_key_secret = hush
            [role]
            enable = true
            type = ecs_ram_role
            role_name = admin
            """;

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void atHome() {
        home = new Home(directory);
    }

    @Test
    void theCliHasProfilesAndACurrentOne() {
        home.write("user/.aliyun/config.json", CONFIG);

        assertThat(Asked.keys(home.keys().alibabaCli())).isEqualTo(Credentials.of("LTAI1", "hush"));
        assertThat(Asked.keys(home.keys().alibabaCli("sts"))).isEqualTo(Credentials.of("LTAI2", "hush", "quiet"));
        assertThat(Asked.keys(home.settings(Map.of("ALIBABA_CLOUD_PROFILE", "sts"))
                        .build()
                        .alibabaCli()))
                .isEqualTo(Credentials.of("LTAI2", "hush", "quiet"));
    }

    @Test
    void whatTheCliWouldHaveToFetchIsRefused() {
        var path = home.write("user/.aliyun/config.json", CONFIG);

        assertThat(Asked.refusal(home.keys().alibabaCli("role")))
                .isEqualTo(path + ", profile role is of mode EcsRamRole; only AK and StsToken hold keys");
        assertThat(Asked.refusal(home.keys().alibabaCli("half")))
                .isEqualTo(path + ", profile half lacks access_key_id");
        assertThat(Asked.refusal(home.keys().alibabaCli("none"))).isEqualTo(path + ", profile none is not there");
        assertThat(Asked.refusal(home.settings(Map.of("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true"))
                        .build()
                        .alibabaCli()))
                .contains("switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED");
    }

    @Test
    void theProfileFileHasSectionsThatAreSwitchedOn() {
        var path = home.write("user/.alibabacloud/credentials.ini", PROFILES);

        assertThat(Asked.keys(home.keys().alibabaProfile())).isEqualTo(Credentials.of("LTAI3", "hush"));
        assertThat(Asked.refusal(home.keys().alibabaProfile("off")))
                .isEqualTo(path + " [off] is not switched on: it lacks enable = true");
        assertThat(Asked.refusal(home.keys().alibabaProfile("role")))
                .isEqualTo(path + " [role] is not of type access_key, which alone holds keys");
    }

    @Test
    void theChainIsThatOfTheVendorAsFarAsItGoes() {
        assertThat(Asked.refusal(home.keys().alibabaChain()))
                .startsWith("no credentials anywhere; tried in this order: (1) no credentials in the environment: "
                        + "ALIBABA_CLOUD_ACCESS_KEY_ID is not set")
                .endsWith("; (2) " + home.user().resolve(".aliyun/config.json") + " is not there; (3) "
                        + home.user().resolve(".alibabacloud/credentials.ini") + " is not there");

        home.write("user/.alibabacloud/credentials.ini", PROFILES);
        assertThat(Asked.keys(home.keys().alibabaChain()).secretId()).isEqualTo("LTAI3");
        home.write("user/.aliyun/config.json", CONFIG);
        assertThat(Asked.keys(home.keys().alibabaChain()).secretId()).isEqualTo("LTAI1");
        var environment = Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI0", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hush");
        assertThat(Asked.keys(home.settings(environment).build().alibabaChain()).secretId())
                .isEqualTo("LTAI0");
    }
}
