package io.redial.emulator.door;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one-time numbers of requests that came lately; one that comes again is a replay. */
public final class Nonces {
    /** Nothing in a cloud in memory is unbounded; the eldest is forgotten. */
    private static final int MAX = 200_000;

    private final long millis;
    private final Map<String, Long> seen = new LinkedHashMap<>();

    /** Remembers each for a time. */
    public Nonces(long millis) {
        this.millis = millis;
    }

    /** Whether it has not come lately; from now on it has. */
    public synchronized boolean isNew(String nonce, long now) {
        var eldest = seen.values().iterator();
        while (eldest.hasNext() && (now - eldest.next() > millis || seen.size() >= MAX)) {
            eldest.remove();
        }
        return seen.putIfAbsent(nonce, now) == null;
    }
}
