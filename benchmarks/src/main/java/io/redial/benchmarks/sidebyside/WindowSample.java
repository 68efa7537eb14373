package io.redial.benchmarks.sidebyside;

import java.util.stream.Stream;

/**
 * What one window of one contender came to.
 *
 * @param inFlight how many calls were under way
 * @param calls how many were answered
 * @param windowNanos how long the window was
 * @param cpuNanos what the process spent on processors
 * @param allocatedBytes what it allocated
 * @param p50Nanos half of the calls took no longer, in nanoseconds
 * @param p99Nanos 99 of 100 took no longer, in nanoseconds
 * @param threads how many the process had at most
 */
record WindowSample(
        int inFlight,
        long calls,
        long windowNanos,
        long cpuNanos,
        long allocatedBytes,
        long p50Nanos,
        long p99Nanos,
        int threads) {
    private static final String PREFIX = "sample ";

    double callsPerSecond() {
        return calls * 1e9 / windowNanos;
    }

    double cpuMillisPerThousandCalls() {
        return cpuNanos / 1e6 / calls * 1e3;
    }

    double bytesPerCall() {
        return (double) allocatedBytes / calls;
    }

    double p50Micros() {
        return p50Nanos / 1e3;
    }

    double p99Micros() {
        return p99Nanos / 1e3;
    }

    String toLine() {
        return PREFIX + "inFlight=" + inFlight + " calls=" + calls + " nanos=" + windowNanos + " processorNanos="
                + cpuNanos + " bytes=" + allocatedBytes + " p50=" + p50Nanos + " p99=" + p99Nanos + " threads="
                + threads;
    }

    /** The samples among the lines that a JVM has printed. */
    static Stream<WindowSample> parseAll(Stream<String> lines) {
        return lines.filter(line -> line.startsWith(PREFIX)).map(WindowSample::parse);
    }

    private static WindowSample parse(String line) {
        var figures = MetricLine.parse(line.substring(PREFIX.length()));
        return new WindowSample(
                (int) figures.get("inFlight"),
                figures.get("calls"),
                figures.get("nanos"),
                figures.get("processorNanos"),
                figures.get("bytes"),
                figures.get("p50"),
                figures.get("p99"),
                (int) figures.get("threads"));
    }
}
