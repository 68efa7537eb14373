package io.redial.emulator.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one-time numbers of requests that came lately; one that comes again is a replay. */
public final class NonceCache {
    /** Nothing in a cloud in memory is unbounded; the eldest is forgotten. */
    private static final int MAX_NONCES = 200_000;

    private final long retentionMillis;
    private final Map<String, Long> seen = new LinkedHashMap<>();

    /** Remembers each for a time. */
    public NonceCache(long millis) {
        this.retentionMillis = millis;
    }

    /** Whether it has not come lately; from now on it has. */
    public synchronized boolean addIfAbsent(String nonce, long now) {
        var eldest = seen.values().iterator();
        while (eldest.hasNext() && (now - eldest.next() > retentionMillis || seen.size() >= MAX_NONCES)) {
            eldest.remove();
        }
        return seen.putIfAbsent(nonce, now) == null;
    }
}
