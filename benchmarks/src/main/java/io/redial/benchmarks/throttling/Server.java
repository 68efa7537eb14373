package io.redial.benchmarks.throttling;

import java.util.ArrayDeque;
import java.util.Queue;

/** What counts the calls of an account. A refused call is not counted. */
abstract sealed class Server {
    static final long SECOND = 1_000_000_000L;

    private int limit;

    private Server(int limit) {
        this.limit = limit;
    }

    abstract boolean accepts(long now);

    int limit() {
        return limit;
    }

    void changeLimit(int newLimit) {
        limit = newLimit;
    }

    /** What a refusal says. */
    String refusal() {
        return "Your current request times equals to `%d` in a second, which exceeds the frequency limit `%d` for a second."
                .formatted(limit + 1, limit);
    }

    /** Never more than the limit within one second, wherever that begins. */
    static final class SlidingLog extends Server {
        private final Queue<Long> lastSecond = new ArrayDeque<>();

        SlidingLog(int limit) {
            super(limit);
        }

        @Override
        boolean accepts(long now) {
            while (!lastSecond.isEmpty() && lastSecond.element() <= now - SECOND) {
                lastSecond.remove();
            }
            return lastSecond.size() < limit() && lastSecond.add(now);
        }
    }

    /** Never more than the limit within each second of the server's clock. It is 370 ms ahead of the client's. */
    static final class AlignedWindow extends Server {
        private static final long AHEAD = 370_000_000L;

        private long second;
        private int counted;

        AlignedWindow(int limit) {
            super(limit);
        }

        @Override
        boolean accepts(long now) {
            var thisSecond = (now + AHEAD) / SECOND;
            if (thisSecond != second) {
                second = thisSecond;
                counted = 0;
            }
            return counted < limit() && ++counted > 0;
        }
    }

    /** A full bucket at first, as large as the limit, which fills evenly. */
    static final class TokenBucket extends Server {
        private double tokens;
        private long filledAt;

        TokenBucket(int limit) {
            super(limit);
            this.tokens = limit;
        }

        @Override
        boolean accepts(long now) {
            tokens = Math.min(limit(), tokens + (double) (now - filledAt) * limit() / SECOND);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
