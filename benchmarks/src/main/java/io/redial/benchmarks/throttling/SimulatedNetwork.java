package io.redial.benchmarks.throttling;

import java.util.Random;

/** How long a call travels to the server and its answer back. */
enum SimulatedNetwork {
    NONE("no delay", 0, 0, 0),
    JITTER("0-30 ms each way", 0, 30, 0),
    FAR("100 ms a round trip, and 0-30 ms each way", 100, 30, 0),
    SLOW_TAIL("0-30 ms each way, and 300-1000 ms more for 5 % of the round trips", 0, 30, 0.05);

    private static final long MS = 1_000_000;

    private final String label;
    private final long baseRoundTrip;
    private final long jitter;
    private final double slow;

    SimulatedNetwork(String words, long baseMillis, long jitterMillis, double slow) {
        this.label = words;
        this.baseRoundTrip = baseMillis * MS;
        this.jitter = jitterMillis * MS;
        this.slow = slow;
    }

    /** A way to the server and a way back. */
    record RoundTrip(long requestDelay, long responseDelay) {}

    RoundTrip roundTrip(Random random) {
        var outward = oneWay(random);
        var back = oneWay(random);
        if (random.nextDouble() >= slow) {
            return new RoundTrip(outward, back);
        }
        var slower = random.nextLong(300 * MS, 1000 * MS);
        return random.nextBoolean() ? new RoundTrip(outward + slower, back) : new RoundTrip(outward, back + slower);
    }

    private long oneWay(Random random) {
        return baseRoundTrip / 2 + (jitter == 0 ? 0 : random.nextLong(jitter));
    }

    @Override
    public String toString() {
        return label;
    }
}
