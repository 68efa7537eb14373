package io.redial.benchmarks.sockets;

import java.util.Locale;
import java.util.function.LongSupplier;

/** What was answered and refused in each part of a run whose quota changes. */
final class LoweredTable {
    private final Seconds seconds;
    private final LongSupplier refusals;
    private final StringBuilder rows =
            new StringBuilder("| seconds | server allows | answered a second | refused |\n|---|---|---|---|");
    private int from;
    private long refusedBefore;

    LoweredTable(Seconds seconds, LongSupplier refusals) {
        this.seconds = seconds;
        this.refusals = refusals;
    }

    /** Ends a part of the run. */
    synchronized void until(int second, String serverAllows) {
        var refused = refusals.getAsLong();
        var rate = seconds.between(from, second) / (double) (second - from);
        rows.append(String.format(
                Locale.ROOT,
                "%n| %d to %d | %s | %.1f | %d |",
                from,
                second,
                serverAllows,
                rate,
                refused - refusedBefore));
        from = second;
        refusedBefore = refused;
    }

    synchronized String text() {
        return rows.toString();
    }
}
