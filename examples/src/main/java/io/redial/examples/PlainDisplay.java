package io.redial.examples;

import java.io.PrintStream;
import java.time.Duration;

/** Plain lines for logs and pipes, at most one of progress in a second. */
final class PlainDisplay implements FleetDisplay {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final PrintStream out;
    private Duration next = INTERVAL;

    PlainDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void plan(FleetPlan plan) {
        plan.text().forEach(out::println);
    }

    @Override
    public void progress(FleetProgress progress) {
        if (progress.elapsed().compareTo(next) >= 0) {
            next = progress.elapsed().plus(INTERVAL);
            out.println("%3d s: %d of %d done, %s, about %d s left"
                    .formatted(
                            progress.elapsed().toSeconds(),
                            progress.tally().succeeded(),
                            progress.tally().instances(),
                            progress.figures(),
                            progress.left().toSeconds()));
        }
    }

    @Override
    public void total(int instances) {
        // Each line says it.
    }

    @Override
    public void failure(String line) {
        out.println(line);
    }

    @Override
    public void close() {
        out.flush();
    }
}
