package io.redial.benchmarks.sockets;

import java.util.Locale;
import java.util.function.LongSupplier;

/** What was answered and refused in each part of a run whose quota changes. */
final class LoweredQuotaTable {
    private final PerSecondCounts seconds;
    private final LongSupplier throttledCount;
    private final StringBuilder rows =
            new StringBuilder("| seconds | server allows | answered a second | refused |\n|---|---|---|---|");
    private int from;
    private long throttledBefore;

    LoweredQuotaTable(PerSecondCounts seconds, LongSupplier refusals) {
        this.seconds = seconds;
        this.throttledCount = refusals;
    }

    /** Ends a part of the run. */
    synchronized void endPhase(int second, String serverAllows) {
        var refused = throttledCount.getAsLong();
        var rate = seconds.countBetween(from, second) / (double) (second - from);
        rows.append(String.format(
                Locale.ROOT,
                "%n| %d to %d | %s | %.1f | %d |",
                from,
                second,
                serverAllows,
                rate,
                refused - throttledBefore));
        from = second;
        throttledBefore = refused;
    }

    synchronized String text() {
        return rows.toString();
    }
}
