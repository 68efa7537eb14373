package io.redial.examples;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that is drawn anew in the last line of a terminal; failures stay above it. */
final class TerminalDisplay implements FleetDisplay {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int REFRESH_INTERVAL_MILLIS = 100;

    /** Room for the {@code ^C} that the terminal writes, which would else begin a new line. */
    private static final int SPARE_COLUMNS = 3;

    private final PrintStream out;
    private @Nullable ProgressBar bar;
    private volatile @Nullable Duration remaining;

    TerminalDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void showPlan(FleetPlan plan) {
        plan.lines().forEach(out::println);
        bar = new ProgressBarBuilder()
                .setInitialMax(plan.instances())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_INTERVAL_MILLIS)
                .continuousUpdate()
                .setEtaFunction(state -> Optional.ofNullable(remaining))
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, ConnectedTerminal.columns() - SPARE_COLUMNS))
                .build();
    }

    @Override
    public void updateTotal(int instances) {
        if (bar != null) {
            bar.maxHint(instances);
        }
    }

    private void draw(String line) {
        out.print(CLEAR_LINE + line);
        out.flush();
    }

    @Override
    public void showProgress(FleetProgress progress) {
        remaining = progress.remaining();
        if (bar != null) {
            bar.stepTo(progress.counts().succeeded());
            bar.setExtraMessage(progress.summary());
        }
    }

    @Override
    public void showFailure(String line) {
        // In one piece, since the bar is drawn by a thread of its own.
        out.print(CLEAR_LINE + line + System.lineSeparator());
        if (bar != null) {
            bar.refresh();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            out.println();
        }
        out.flush();
    }
}
