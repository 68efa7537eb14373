package io.redial.examples;

import io.redial.reactive.fleet.FleetEvent;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ExitCode;
import reactor.core.publisher.Flux;

/** Runs a fleet in front of people: the plan, the progress, what failed, and at the end the figures. */
record FleetTold(Surroundings surroundings, CallCounter calls) {

    /**
     * Waits until it is over, or interrupted.
     *
     * @param failures lines about instances that got no order
     * @param lastWords what is said before the figures, when they are known
     */
    int tell(FleetPlan plan, Flux<FleetEvent> events, List<String> failures, LastWords lastWords) {
        var out = surroundings.out();
        FleetReport report;
        try (var display = display()) {
            display.plan(plan);
            failures.forEach(display::failure);
            report = new FleetRun(plan, calls, display)
                    .report(events, failures.size())
                    .block();
        }
        Objects.requireNonNull(report);
        out.println(report.text());
        lastWords.after(report).forEach(out::println);
        out.println(report.json());
        return report.allSucceeded() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Lines that depend on how it went. */
    interface LastWords {
        List<String> after(FleetReport report);
    }

    private FleetDisplay display() {
        var out = surroundings.out();
        return surroundings.terminal() ? new TerminalDisplay(out) : new PlainDisplay(out);
    }
}
