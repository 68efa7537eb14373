package io.redial.examples;

import java.io.PrintStream;
import java.time.Duration;

/** Plain lines for logs and pipes, at most one of progress in a second. */
final class PlainDisplay implements FleetDisplay {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final PrintStream out;
    private Duration nextProgressAt = INTERVAL;

    PlainDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void showPlan(FleetPlan plan) {
        plan.lines().forEach(out::println);
    }

    @Override
    public void showProgress(FleetProgress progress) {
        if (progress.elapsed().compareTo(nextProgressAt) >= 0) {
            nextProgressAt = progress.elapsed().plus(INTERVAL);
            out.println("%3d s: %d of %d done, %s, about %d s left"
                    .formatted(
                            progress.elapsed().toSeconds(),
                            progress.counts().succeeded(),
                            progress.counts().instances(),
                            progress.summary(),
                            progress.remaining().toSeconds()));
        }
    }

    @Override
    public void updateTotal(int instances) {
        // Each line says it.
    }

    @Override
    public void showFailure(String line) {
        out.println(line);
    }

    @Override
    public void close() {
        out.flush();
    }
}
