package io.redial.benchmarks.throttling;

/** How a server counts. */
enum ServerKind {
    SLIDING_LOG("sliding log") {
        @Override
        Server create(int limit) {
            return new Server.SlidingLog(limit);
        }
    },
    ALIGNED_WINDOW("aligned window") {
        @Override
        Server create(int limit) {
            return new Server.AlignedWindow(limit);
        }
    },
    TOKEN_BUCKET("token bucket") {
        @Override
        Server create(int limit) {
            return new Server.TokenBucket(limit);
        }
    };

    private final String words;

    ServerKind(String words) {
        this.words = words;
    }

    abstract Server create(int limit);

    @Override
    public String toString() {
        return words;
    }
}
