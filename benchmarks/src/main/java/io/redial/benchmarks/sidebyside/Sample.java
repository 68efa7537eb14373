package io.redial.benchmarks.sidebyside;

import java.util.stream.Stream;

/**
 * What one window of one contender came to.
 *
 * @param inFlight how many calls were under way
 * @param calls how many were answered
 * @param nanos how long the window was
 * @param processorNanos what the process spent on processors
 * @param bytes what it allocated
 * @param p50 half of the calls took no longer, in nanoseconds
 * @param p99 99 of 100 took no longer, in nanoseconds
 * @param threads how many the process had at most
 */
record Sample(int inFlight, long calls, long nanos, long processorNanos, long bytes, long p50, long p99, int threads) {
    private static final String PREFIX = "sample ";

    double perSecond() {
        return calls * 1e9 / nanos;
    }

    double processorMillisPerThousand() {
        return processorNanos / 1e6 / calls * 1e3;
    }

    double bytesPerCall() {
        return (double) bytes / calls;
    }

    double p50Micros() {
        return p50 / 1e3;
    }

    double p99Micros() {
        return p99 / 1e3;
    }

    String line() {
        return PREFIX + "inFlight=" + inFlight + " calls=" + calls + " nanos=" + nanos + " processorNanos="
                + processorNanos + " bytes=" + bytes + " p50=" + p50 + " p99=" + p99 + " threads=" + threads;
    }

    /** The samples among the lines that a JVM has printed. */
    static Stream<Sample> among(Stream<String> lines) {
        return lines.filter(line -> line.startsWith(PREFIX)).map(Sample::parse);
    }

    private static Sample parse(String line) {
        var figures = Figures.parse(line.substring(PREFIX.length()));
        return new Sample(
                (int) figures.of("inFlight"),
                figures.of("calls"),
                figures.of("nanos"),
                figures.of("processorNanos"),
                figures.of("bytes"),
                figures.of("p50"),
                figures.of("p99"),
                (int) figures.of("threads"));
    }
}
