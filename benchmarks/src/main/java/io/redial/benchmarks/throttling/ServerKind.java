package io.redial.benchmarks.throttling;

/** How a server counts. */
enum ServerKind {
    SLIDING_LOG("sliding log") {
        @Override
        SimulatedServer create(int limit) {
            return new SimulatedServer.SlidingLog(limit);
        }
    },
    ALIGNED_WINDOW("aligned window") {
        @Override
        SimulatedServer create(int limit) {
            return new SimulatedServer.AlignedWindow(limit);
        }
    },
    TOKEN_BUCKET("token bucket") {
        @Override
        SimulatedServer create(int limit) {
            return new SimulatedServer.TokenBucket(limit);
        }
    };

    private final String label;

    ServerKind(String words) {
        this.label = words;
    }

    abstract SimulatedServer create(int limit);

    @Override
    public String toString() {
        return label;
    }
}
