package io.redial.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the measurements are made of, each in a JVM of its own, with the JDK's client for a contender. */
class ChildJvmTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static StubProcess stub;

    @BeforeAll
    static void start() throws Exception {
        stub = StubProcess.start(CLASS_PATH);
    }

    @AfterAll
    static void stop() throws Exception {
        stub.close();
    }

    @Test
    void eachConcurrencyLevel_isMeasured() throws Exception {
        var lines = run(ThroughputMeasurement.class, stub.uri(StubResponse.TENCENT), "300", "100", "300", "1", "8");

        assertThat(WindowSample.parseAll(lines.stream())).hasSize(2).allSatisfy(sample -> {
            assertThat(sample.calls()).isPositive();
            assertThat(sample.bytesPerCall()).isBetween(2_000.0, 2_000_000.0);
            assertThat(sample.p50Nanos()).isPositive().isLessThanOrEqualTo(sample.p99Nanos());
            assertThat(sample.cpuNanos()).isPositive();
            assertThat(sample.threads()).isGreaterThan(2);
        });
    }

    @Test
    void openCalls_areCountedAndMeasured() throws Exception {
        var lines = run(
                OpenCallMeasurement.class,
                stub.unresponsiveUri(),
                stub.openRequestsUri().toString(),
                "300",
                "300");

        var footprint = MetricLine.parse(lines.get(0));
        assertThat(footprint.get("calls")).isEqualTo(300);
        assertThat(footprint.get("heap")).isGreaterThan(300 * 1_000);
    }

    @Test
    void firstResponse_isTimed() throws Exception {
        var lines = run(FirstResponseMeasurement.class, stub.uri(StubResponse.TENCENT));

        assertThat(MetricLine.parse(lines.get(0)).get("millis")).isBetween(20L, 30_000L);
    }

    @Test
    void failingCandidate_isNamed() {
        var nobody = URI.create("http://127.0.0.1:1/");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> run(ThroughputMeasurement.class, nobody, "300", "0", "100", "1"))
                .withMessageContaining(JdkHttp.class.getName())
                .withMessageContaining("ConnectException");
    }

    private static List<String> run(Class<?> main, URI server, String... others) throws Exception {
        var args = Stream.concat(Stream.of(JdkHttp.class.getName(), server.toString()), Stream.of(others))
                .toList();
        return ChildJvm.run(CpuBinding.CLIENT, List.of("-Xmx256m"), CLASS_PATH, main, args, Duration.ofSeconds(40));
    }
}
