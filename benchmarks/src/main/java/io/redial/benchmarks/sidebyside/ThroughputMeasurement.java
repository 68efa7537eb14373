package io.redial.benchmarks.sidebyside;

import java.net.URI;
import java.util.stream.Stream;

/** One contender in a JVM of its own: warmed up, then measured with so and so many calls in flight. */
final class ThroughputMeasurement {
    private static final int WARM_UP_IN_FLIGHT = 64;
    private static final int PAUSE_MILLIS = 50;

    private final Candidate.Factory factory;
    private final URI server;
    private final JvmResourceMeter meter = new JvmResourceMeter();

    private ThroughputMeasurement(Candidate.Factory maker, URI server) {
        this.factory = maker;
        this.server = server;
    }

    /**
     * Prints a line for each number of calls in flight.
     *
     * @param args the class that makes the contender, where the server is, the milliseconds of warming up, of settling and
     *     of measuring, and the numbers of calls in flight
     */
    public static void main(String[] args) throws Exception {
        ChildLifecycle.exitWithParent();
        var measure = new ThroughputMeasurement(loadFactory(args[0]), URI.create(args[1]));
        var settle = Long.parseLong(args[3]);
        var window = Long.parseLong(args[4]);
        measure.run(WARM_UP_IN_FLIGHT, 0, Long.parseLong(args[2]));
        for (var inFlight : Stream.of(args).skip(5).mapToInt(Integer::parseInt).toArray()) {
            System.out.println(measure.run(inFlight, settle, window).toLine());
        }
        ChildLifecycle.exit();
    }

    static Candidate.Factory loadFactory(String name) throws ReflectiveOperationException {
        return Class.forName(name)
                .asSubclass(Candidate.Factory.class)
                .getConstructor()
                .newInstance();
    }

    private WindowSample run(int inFlight, long settleMillis, long windowMillis) throws Exception {
        try (var contender = factory.create(server, inFlight)) {
            var load = LoadGenerator.start(contender, inFlight);
            Thread.sleep(settleMillis);
            var sample = window(load, inFlight, windowMillis);
            load.stop();
            return sample;
        }
    }

    private WindowSample window(LoadGenerator load, int inFlight, long millis) throws InterruptedException {
        meter.resetPeakThreads();
        var processor = meter.cpuNanos();
        var allocated = meter.allocatedBytes();
        var began = System.nanoTime();
        var unused = load.drainHistogram();
        var end = began + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
            load.throwIfFailed();
            meter.allocatedBytes();
        }
        var times = load.drainHistogram();
        var took = System.nanoTime() - began;
        return new WindowSample(
                inFlight,
                times.getTotalCount(),
                took,
                meter.cpuNanos() - processor,
                meter.allocatedBytes() - allocated,
                times.getValueAtPercentile(50),
                times.getValueAtPercentile(99),
                meter.peakThreads());
    }
}
