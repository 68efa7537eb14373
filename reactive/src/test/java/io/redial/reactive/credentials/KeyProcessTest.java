package io.redial.reactive.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyProcessTest {
    private final Keys keys = Keys.usual();

    @Test
    void aProgramPrintsKeysInOneOfThreeForms() {
        assertThat(Asked.keys(printing("{\"secretId\": \"AKID1\", \"secretKey\": \"hush\"}")))
                .isEqualTo(Credentials.of("AKID1", "hush"));
        assertThat(Asked.keys(printing(
                        "{\"Credentials\": {\"TmpSecretId\": \"AKID1\", \"TmpSecretKey\": \"hush\", \"Token\": \"quiet\"},"
                                + "\"ExpiredTime\": 4102444800}")))
                .isEqualTo(Credentials.of("AKID1", "hush", "quiet").until(Instant.ofEpochSecond(4102444800L)));
        assertThat(Asked.keys(printing("{\"mode\": \"StsToken\", \"access_key_id\": \"LTAI1\","
                        + "\"access_key_secret\": \"hush\", \"sts_token\": \"quiet\"}")))
                .isEqualTo(Credentials.of("LTAI1", "hush", "quiet"));
        assertThat(Asked.keys(printing("{\"secretId\": \"AKID1\", \"secretKey\": \"hush\", \"token\": \"quiet\","
                        + "\"expiresAt\": \"2100-01-01T00:00:00Z\"}")))
                .isEqualTo(Credentials.of("AKID1", "hush", "quiet").until(Instant.ofEpochSecond(4102444800L)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo hush; echo hush >&2; exit 3 | the program sh ended with status 3",
                "echo hush | the output of the program sh is not JSON",
                "echo '{\"secretKey\": \"hush\"}' | the output of the program sh lacks secretId",
                "head -c 70000 /dev/zero | the program sh printed more than 64 KB",
                "cat | the output of the program sh is not JSON",
            })
    void whatGoesWrongIsToldWithoutTheWordsOfTheProgram(String script, String why) {
        assertThat(Asked.refusal(keys.process("sh", "-c", script))).isEqualTo(why);
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThat(Asked.refusal(keys.process("no-such-program", "hush")))
                .isEqualTo("the program no-such-program could not be run");
        assertThatThrownBy(keys::process).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProgramThatTakesTooLongIsKilledWithWhoeverItStarted(@TempDir Path directory) throws IOException {
        var pids = directory.resolve("pids");
        var script = "sleep 300 & echo $! > " + pids + "; echo $$ >> " + pids + "; wait";
        var provider =
                Keys.builder().processTimeout(Duration.ofMillis(1_500)).build().process("sh", "-c", script);

        assertThat(Asked.refusal(provider)).isEqualTo("the program sh did not end within 1500 ms");

        assertThat(Files.readAllLines(pids))
                .hasSize(2)
                .allSatisfy(pid -> assertThat(
                                ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::onExit))
                        .satisfiesAnyOf(
                                gone -> assertThat(gone).isEmpty(),
                                dying -> assertThat(dying.get()).succeedsWithin(Duration.ofSeconds(10))));
        assertThat(Asked.keys(printing("{\"secretId\": \"AKID1\", \"secretKey\": \"hush\"}")))
                .as("the next, which needs the thread of the first")
                .isNotNull();
    }

    private CredentialsProvider printing(String json) {
        return keys.process("printf", "%s", json);
    }
}
