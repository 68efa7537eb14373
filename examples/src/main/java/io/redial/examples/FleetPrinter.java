package io.redial.examples;

import io.redial.reactive.fleet.FleetEvent;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ExitCode;
import reactor.core.publisher.Flux;

/** Runs a fleet in front of people: the plan, the progress, what failed, and at the end the figures. */
record FleetPrinter(CommandContext context, CallCounter calls) {

    /**
     * Waits until it is over, or interrupted.
     *
     * @param failures lines about instances that got no order
     * @param lastWords what is said before the figures, when they are known
     */
    int printUntilComplete(FleetPlan plan, Flux<FleetEvent> events, List<String> failures, ClosingLines lastWords) {
        var out = context.out();
        FleetReport report;
        try (var display = display()) {
            display.showPlan(plan);
            failures.forEach(display::showFailure);
            report = new FleetMonitor(plan, calls, display)
                    .report(events, failures.size())
                    .block();
        }
        Objects.requireNonNull(report);
        out.println(report.text());
        lastWords.linesFor(report).forEach(out::println);
        out.println(report.json());
        return report.allSucceeded() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Lines that depend on how it went. */
    interface ClosingLines {
        List<String> linesFor(FleetReport report);
    }

    private FleetDisplay display() {
        var out = context.out();
        return context.interactive() ? new TerminalDisplay(out) : new PlainDisplay(out);
    }
}
