package io.redial.benchmarks.sidebyside;

import java.net.URI;
import java.util.stream.Stream;

/** One contender in a JVM of its own: warmed up, then measured with so and so many calls in flight. */
final class Measure {
    private static final int WARM_UP_IN_FLIGHT = 64;
    private static final int PAUSE_MILLIS = 50;

    private final Contender.Maker maker;
    private final URI server;
    private final Effort effort = new Effort();

    private Measure(Contender.Maker maker, URI server) {
        this.maker = maker;
        this.server = server;
    }

    /**
     * Prints a line for each number of calls in flight.
     *
     * @param args the class that makes the contender, where the server is, the milliseconds of warming up, of settling and
     *     of measuring, and the numbers of calls in flight
     */
    public static void main(String[] args) throws Exception {
        ChildEnd.watch();
        var measure = new Measure(maker(args[0]), URI.create(args[1]));
        var settle = Long.parseLong(args[3]);
        var window = Long.parseLong(args[4]);
        measure.run(WARM_UP_IN_FLIGHT, 0, Long.parseLong(args[2]));
        for (var inFlight : Stream.of(args).skip(5).mapToInt(Integer::parseInt).toArray()) {
            System.out.println(measure.run(inFlight, settle, window).line());
        }
        ChildEnd.now();
    }

    static Contender.Maker maker(String name) throws ReflectiveOperationException {
        return Class.forName(name)
                .asSubclass(Contender.Maker.class)
                .getConstructor()
                .newInstance();
    }

    private Sample run(int inFlight, long settleMillis, long windowMillis) throws Exception {
        try (var contender = maker.make(server, inFlight)) {
            var load = Load.begin(contender, inFlight);
            Thread.sleep(settleMillis);
            var sample = window(load, inFlight, windowMillis);
            load.end();
            return sample;
        }
    }

    private Sample window(Load load, int inFlight, long millis) throws InterruptedException {
        effort.forgetMostThreads();
        var processor = effort.processorTime();
        var allocated = effort.allocated();
        var began = System.nanoTime();
        var unused = load.times();
        var end = began + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
            load.check();
            effort.allocated();
        }
        var times = load.times();
        var took = System.nanoTime() - began;
        return new Sample(
                inFlight,
                times.getTotalCount(),
                took,
                effort.processorTime() - processor,
                effort.allocated() - allocated,
                times.getValueAtPercentile(50),
                times.getValueAtPercentile(99),
                effort.mostThreads());
    }
}
