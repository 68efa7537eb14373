package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that is wrong is refused with 2 and a message that helps; what fails later exits with 1. */
class FleetUpgradeInputTest {
    private static final Credentials CREDENTIALS = Credentials.of("AKIDexample", "example-key");

    /** Nobody listens there. */
    private static final String UNREACHABLE_ENDPOINT = "http://127.0.0.1:1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --region    | mars       | there is no region 'mars'; known are ap-bangkok, ap-beijing
                    --region    | ''         | there is no region ''
                    --in-flight | 0          | --in-flight is 1 to 10000, not 0
                    --in-flight | 10001      | --in-flight is 1 to 10000, not 10001
                    --in-flight | many       | 'many' is not an int
                    --endpoint  | nonsense   | 'nonsense' is not an address like https://redis.
                    --endpoint  | ftp://host | 'ftp://host' is not an address
                    --endpoint  | http://    | 'http://' is not an address
                    --mem-size  | 0          | --mem-size is a multiple of 1024, not 0
                    --mem-size  | 1500       | --mem-size is a multiple of 1024, not 1500
                    --journal   | x.journal  | --journal needs --endpoint: a cloud that is started in this process goes away
                    --colour    | red        | Unknown options: '--colour', 'red'
                    """)
    void invalidOption_isRejectedWithMessage(String option, String value, String message) {
        var told = CommandResult.run(CREDENTIALS, "fleet-upgrade", option, value);

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err()).contains(message).contains("Usage:").doesNotContain("Exception");
        assertThat(told.out()).isEmpty();
    }

    @Test
    void invalidHandle_isRejectedWithMessage() {
        var told = CommandResult.run(CREDENTIALS, "follow", "task");

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err()).contains("'task' is not a handle; one reads KIND:ID");
    }

    @Test
    void missingJournal_printsOneErrorLine() {
        var told = CommandResult.run(CREDENTIALS, "resume", "nowhere.journal", "--endpoint", UNREACHABLE_ENDPOINT);

        assertThat(told.exitCode()).isOne();
        assertThat(told.err())
                .startsWith("resume: the journal nowhere.journal is not there")
                .hasLineCount(1);
    }

    @Test
    void missingSubcommand_isRejected() {
        var told = CommandResult.run(CREDENTIALS);

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err())
                .contains("fleet-upgrade", "resume", "backup-all", "follow", "crs-upgrade", "aliyun-resize");
    }

    @Test
    void missingCredentials_areNamed() {
        var told = CommandResult.run(
                CredentialsProvider.environment(), "fleet-upgrade", "--endpoint", UNREACHABLE_ENDPOINT);

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err())
                .contains("TENCENTCLOUD_SECRET_ID is not set", "TENCENTCLOUD_SECRET_KEY is not set")
                .hasLineCount(1);
        assertThat(told.out()).isEmpty();
    }

    @Test
    void unreachableEndpoint_printsOneErrorLine() {
        var told = CommandResult.run(CREDENTIALS, "fleet-upgrade", "--endpoint", UNREACHABLE_ENDPOINT);

        assertThat(told.exitCode()).isOne();
        assertThat(told.err())
                .startsWith("fleet-upgrade: DescribeInstances in ap-guangzhou was not sent: no connection to 127.0.0.1")
                .hasLineCount(1)
                .doesNotContain("example-key");
    }
}
