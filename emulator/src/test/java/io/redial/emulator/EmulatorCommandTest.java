package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicReference<CloudEmulator> seen = new AtomicReference<>();

    @Test
    void printsEndpointAndCredentials() {
        assertThat(run()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "listening " + seen.get().endpoint(),
                        "export TENCENTCLOUD_SECRET_ID=AKIDEMULATOR0000000000000000000000",
                        "export TENCENTCLOUD_SECRET_KEY=emulator-secret-key",
                        "status page " + seen.get().endpoint() + "/_emulator/");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void listensForHttpsAndWritesTheCertificate(@TempDir Path folder) throws IOException {
        var file = folder.resolve("cloud.pem");
        assertThat(run("--certificate=" + file, "--no-admin")).isZero();
        assertThat(out.toString())
                .contains("listening " + seen.get().secureEndpoint())
                .doesNotContain("_emulator");
        assertThat(file).hasContent(seen.get().certificatePem());
        assertThat(run("--https-port=0")).isZero();
    }

    @Test
    void unwritableCertificateFile_isReportedInOneLine(@TempDir Path folder) {
        assertThat(run("--certificate=" + folder.resolve("no/such/folder"))).isEqualTo(1);
        assertThat(err.toString()).contains("no/such/folder").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void listensUntilTheWaitEnds() {
        var codes = new StringBuilder();
        var exit = new EmulatorCommand(
                        emulator -> codes.append(new Api3TestClient(emulator, EmulatorClock.system()::millis)
                                .call("DescribeInstances", "{}")
                                .path("TotalCount")))
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute("--instances", "7");
        assertThat(exit).isZero();
        assertThat(codes).hasToString("7");
    }

    @Test
    void acceptsAllOptions() {
        assertThat(run(
                        "--instances=3",
                        "--seed=9",
                        "--quota=bucket",
                        "--task-seconds=0.2..2",
                        "--latency-ms=0..30",
                        "--bind=127.0.0.1",
                        "--region=ap-tokyo",
                        "--secret-id=AKIDmine",
                        "--secret-key=mine-alone"))
                .isZero();
        assertThat(seen.get().secretId()).isEqualTo("AKIDmine");
        assertThat(seen.get().secretKey()).isEqualTo("mine-alone");
        assertThat(out.toString()).contains("AKIDmine").doesNotContain("mine-alone");
    }

    @Test
    void tokenOption_makesTheKeyTemporary() {
        var codes = new ArrayList<String>();
        var exit = new EmulatorCommand(emulator -> {
                    var request =
                            new Api3TestClient(emulator, EmulatorClock.system()::millis).request("DescribeInstances");
                    codes.add(Api3TestClient.errorCode(request.send()));
                    codes.add(Api3TestClient.errorCode(
                            request.header("x-tc-token", "mine-alone").send()));
                })
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute("--token=mine-alone");
        assertThat(exit).isZero();
        assertThat(codes).containsExactly("AuthFailure.TokenFailure", "");
        assertThat(out.toString()).contains("TENCENTCLOUD_TOKEN=***").doesNotContain("mine-alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=70000",
                "--port=many",
                "--https-port=70000",
                "--bind=no such host",
                "--instances=-1",
                "--instances=100001",
                "--quota=strict",
                "--task-seconds=2..1",
                "--task-seconds=fast",
                "--task-seconds=1..",
                "--latency-ms=-1..5",
                "--latency-ms=999999999",
                "--region=moon",
                "--secret-key= ",
                "--token= ",
                "--secret-id=a/b",
                "--verbose",
                "extra",
            })
    void invalidArgument_isNamedAndExitsWithTwo(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString()).startsWith("redial-emulator: ").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
        assertThat(seen.get()).isNull();
    }

    @Test
    void portInUse_isReportedInOneLine() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--port=" + taken.getLocalPort())).isEqualTo(1);
        }
        assertThat(err.toString()).startsWith("redial-emulator: ").hasLineCount(1);
    }

    @Test
    void help_listsEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--port",
                        "--https-port",
                        "--certificate",
                        "--bind",
                        "--no-admin",
                        "--instances",
                        "--seed",
                        "--quota",
                        "--task-seconds",
                        "--latency-ms");
    }

    @ParameterizedTest
    @CsvSource({"0.2..2, 200, 2000", "3, 3000, 3000", "0..0, 0, 0", "0.0005..1, 0, 1000"})
    void parsesDurationRanges(String text, long from, long to) {
        var span = new DurationRangeConverter.Seconds().convert(text);
        assertThat(span.min().toMillis()).isEqualTo(from);
        assertThat(span.max().toMillis()).isEqualTo(to);
        assertThat(new DurationRangeConverter.Millis().convert("30").max()).isEqualTo(Duration.ofMillis(30));
    }

    private int run(String... arguments) {
        return new EmulatorCommand(seen::set)
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
