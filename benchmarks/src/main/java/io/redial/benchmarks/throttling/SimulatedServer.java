package io.redial.benchmarks.throttling;

import java.util.ArrayDeque;
import java.util.Queue;

/** What counts the calls of an account. A refused call is not counted. */
abstract sealed class SimulatedServer {
    static final long NANOS_PER_SECOND = 1_000_000_000L;

    private int limit;

    private SimulatedServer(int limit) {
        this.limit = limit;
    }

    abstract boolean tryAccept(long now);

    int limit() {
        return limit;
    }

    void setLimit(int newLimit) {
        limit = newLimit;
    }

    /** What a refusal says. */
    String throttlingMessage() {
        return "Your current request times equals to `%d` in a second, which exceeds the frequency limit `%d` for a second."
                .formatted(limit + 1, limit);
    }

    /** Never more than the limit within one second, wherever that begins. */
    static final class SlidingLog extends SimulatedServer {
        private final Queue<Long> lastSecond = new ArrayDeque<>();

        SlidingLog(int limit) {
            super(limit);
        }

        @Override
        boolean tryAccept(long now) {
            while (!lastSecond.isEmpty() && lastSecond.element() <= now - NANOS_PER_SECOND) {
                lastSecond.remove();
            }
            return lastSecond.size() < limit() && lastSecond.add(now);
        }
    }

    /** Never more than the limit within each second of the server's clock. It is 370 ms ahead of the client's. */
    static final class AlignedWindow extends SimulatedServer {
        private static final long CLOCK_OFFSET_NANOS = 370_000_000L;

        private long second;
        private int counted;

        AlignedWindow(int limit) {
            super(limit);
        }

        @Override
        boolean tryAccept(long now) {
            var thisSecond = (now + CLOCK_OFFSET_NANOS) / NANOS_PER_SECOND;
            if (thisSecond != second) {
                second = thisSecond;
                counted = 0;
            }
            return counted < limit() && ++counted > 0;
        }
    }

    /** A full bucket at first, as large as the limit, which fills evenly. */
    static final class TokenBucket extends SimulatedServer {
        private double tokens;
        private long filledAt;

        TokenBucket(int limit) {
            super(limit);
            this.tokens = limit;
        }

        @Override
        boolean tryAccept(long now) {
            tokens = Math.min(limit(), tokens + (double) (now - filledAt) * limit() / NANOS_PER_SECOND);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
