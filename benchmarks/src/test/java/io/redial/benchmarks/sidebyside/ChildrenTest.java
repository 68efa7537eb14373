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
class ChildrenTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static Stub stub;

    @BeforeAll
    static void start() throws Exception {
        stub = Stub.start(CLASS_PATH);
    }

    @AfterAll
    static void stop() throws Exception {
        stub.close();
    }

    @Test
    void aWindowIsMeasuredForEachNumberInFlight() throws Exception {
        var lines = run(Measure.class, stub.uri(Door.TENCENT), "300", "100", "300", "1", "8");

        assertThat(Sample.among(lines.stream())).hasSize(2).allSatisfy(sample -> {
            assertThat(sample.calls()).isPositive();
            assertThat(sample.bytesPerCall()).isBetween(2_000.0, 2_000_000.0);
            assertThat(sample.p50()).isPositive().isLessThanOrEqualTo(sample.p99());
            assertThat(sample.processorNanos()).isPositive();
            assertThat(sample.threads()).isGreaterThan(2);
        });
    }

    @Test
    void openCallsAreCountedAndWeighed() throws Exception {
        var lines = run(OpenCalls.class, stub.silent(), stub.open().toString(), "300", "300");

        var footprint = Figures.parse(lines.get(0));
        assertThat(footprint.of("calls")).isEqualTo(300);
        assertThat(footprint.of("heap")).isGreaterThan(300 * 1_000);
    }

    @Test
    void theFirstAnswerIsTimed() throws Exception {
        var lines = run(FirstAnswer.class, stub.uri(Door.TENCENT));

        assertThat(Figures.parse(lines.get(0)).of("millis")).isBetween(20L, 30_000L);
    }

    @Test
    void aContenderThatFailsIsNamed() {
        var nobody = URI.create("http://127.0.0.1:1/");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> run(Measure.class, nobody, "300", "0", "100", "1"))
                .withMessageContaining(JdkHttp.class.getName())
                .withMessageContaining("ConnectException");
    }

    private static List<String> run(Class<?> main, URI server, String... others) throws Exception {
        var args = Stream.concat(Stream.of(JdkHttp.class.getName(), server.toString()), Stream.of(others))
                .toList();
        return ChildJvm.run(Core.CLIENT, List.of("-Xmx256m"), CLASS_PATH, main, args, Duration.ofSeconds(40));
    }
}
