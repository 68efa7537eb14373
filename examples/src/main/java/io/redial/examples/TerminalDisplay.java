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
    private static final String LINE_ANEW = "\r\033[K";
    private static final int MILLIS_BETWEEN_DRAWINGS = 100;

    /** Room for the {@code ^C} that the terminal writes, which would else begin a new line. */
    private static final int SPARE_COLUMNS = 3;

    private final PrintStream out;
    private @Nullable ProgressBar bar;
    private volatile @Nullable Duration left;

    TerminalDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void plan(FleetPlan plan) {
        plan.text().forEach(out::println);
        bar = new ProgressBarBuilder()
                .setInitialMax(plan.instances())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
                .continuousUpdate()
                .setEtaFunction(state -> Optional.ofNullable(left))
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, ConnectedTerminal.columns() - SPARE_COLUMNS))
                .build();
    }

    @Override
    public void total(int instances) {
        if (bar != null) {
            bar.maxHint(instances);
        }
    }

    private void draw(String line) {
        out.print(LINE_ANEW + line);
        out.flush();
    }

    @Override
    public void progress(FleetProgress progress) {
        left = progress.left();
        if (bar != null) {
            bar.stepTo(progress.tally().succeeded());
            bar.setExtraMessage(progress.figures());
        }
    }

    @Override
    public void failure(String line) {
        // In one piece, since the bar is drawn by a thread of its own.
        out.print(LINE_ANEW + line + System.lineSeparator());
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
