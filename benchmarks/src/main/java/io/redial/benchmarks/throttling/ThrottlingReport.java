package io.redial.benchmarks.throttling;

import java.util.Locale;
import java.util.stream.IntStream;

/** Everything that is simulated, as a page. */
final class ThrottlingReport {
    private static final int RUNS = 10;

    private static final String ABOUT = """
            # Limiters against servers that throttle

            A simulation in virtual time, the same on every machine. One client always has another call to make, for a
            minute, under a quota of 20 calls in a second; a refused call waits for its limiter like any other. Each figure
            is of ten runs with ten fixed seeds.

            The limiters are the real ones: Redial's lease window as it is shipped, Resilience4j's and Bucket4j's classes,
            all on the virtual clock. The log of departures is what many write by hand. The servers count by arrival, each in
            its own way, and do not count what they refuse: never more than 20 within any second (sliding log), never more
            than 20 in each second of their own clock, which runs 370 ms ahead (aligned window), or a bucket of 20 that
            fills evenly (token bucket).

            *Use* is what was accepted, of the 1,200 calls that a minute allows; a token bucket has 20 more, so it can pass
            100 %. *Refused* is of what was sent. On a shared account a neighbour takes a third of the quota, evenly, and
            does not repeat what is refused; then *use* is of what the neighbour left. Whoever leaves little to the
            neighbour uses the quota well, so the last column says how much of its third the neighbour got.

            To refresh this page: `mvn -pl benchmarks -am test -Dredial.update=true`
            """;

    private static final String LOWERED = """

            ## A limit that changes

            The lease window, alone. The server lowers its limit to 12 after 20 s and raises it to 20 again after 40 s. The
            first refusal names 12, and the limiter keeps to that. Eight seconds later it asks for one more; the refusal
            names 12 again, and so on every eight seconds, for about one refusal each. A token bucket has saved what was not
            used since, so it lets the limiter grow by more before it refuses. Once the limit is raised, the next probe
            succeeds, and each period doubles the step: at worst the full rate is back after eight seconds and four periods.
            The counts are of ten runs together.

            | network | server | refused in the first 3 s | in the next 5 s | by probes until 40 s | after 40 s | full rate again, at the latest after |
            |---|---|---|---|---|---|---|
            """;

    private ThrottlingReport() {}

    static IntStream seeds() {
        return IntStream.rangeClosed(1, RUNS).map(run -> run * 7919);
    }

    static String text() {
        var text = new StringBuilder(ABOUT);
        for (var network : SimulatedNetwork.values()) {
            text.append("\n## Network: ").append(network).append("\n\n");
            text.append("| server | limiter | alone: use | refused | shared: use | refused | neighbour got |\n");
            text.append("|---|---|---|---|---|---|---|\n");
            for (var server : ServerKind.values()) {
                for (var limiter : LimiterKind.values()) {
                    text.append(line(network, server, limiter));
                }
            }
        }
        text.append(LOWERED);
        for (var network : SimulatedNetwork.values()) {
            for (var server : ServerKind.values()) {
                text.append(loweredLine(network, server));
            }
        }
        return text.toString();
    }

    private static String line(SimulatedNetwork network, ServerKind server, LimiterKind limiter) {
        var alone = SimulationSummary.of(limiter, server, network, false, seeds());
        var shared = SimulationSummary.of(limiter, server, network, true, seeds());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |\n",
                server,
                limiter,
                percent(alone.utilization()),
                refused(alone),
                percent(shared.utilization()),
                refused(shared),
                percent(shared.competitorShare()));
    }

    private static String loweredLine(SimulatedNetwork network, ServerKind server) {
        var seen = LoweredLimitResult.of(server, network, seeds());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d s |\n",
                network,
                server,
                seen.throttledInFirst3Seconds(),
                seen.throttledInNext5Seconds(),
                seen.throttledByProbes(),
                seen.throttledAfterRaise(),
                seen.recoverySeconds());
    }

    private static String refused(SimulationSummary row) {
        return row.throttled() == 0 ? "**0**" : row.throttled() + " (" + percent(row.throttledShare()) + ")";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
