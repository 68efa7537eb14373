package io.redial.examples;

import io.redial.reactive.follow.Progress;
import java.io.PrintStream;
import picocli.CommandLine.ExitCode;
import reactor.core.publisher.Flux;

/** Follows one piece of work in front of people. */
record OperationPrinter(PrintStream out) {

    /** Waits until it is over, or interrupted. */
    int printUntilComplete(Flux<? extends Progress<?>> work, StopSignal interruption) {
        var last = work.takeUntilOther(interruption.asMono())
                .doOnNext(progress -> out.println(text(progress)))
                .blockLast();
        return last instanceof Progress.Succeeded ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String text(Progress<?> progress) {
        if (progress instanceof Progress.Running<?> running) {
            return "%.1f s: %s".formatted(running.elapsed().toMillis() / 1e3, running.state());
        }
        return progress instanceof Progress.Succeeded<?> done
                ? "succeeded, after %.1f s".formatted(done.elapsed().toMillis() / 1e3)
                : "following " + progress.handle();
    }
}
