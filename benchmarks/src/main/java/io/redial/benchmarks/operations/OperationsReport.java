package io.redial.benchmarks.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Follows a thousand tasks and a thousand orders in real time over loopback sockets, against the emulator with sliding
 * quotas, while users are at work on the same quotas. Takes about ten minutes, and writes a page.
 */
public final class OperationsReport {
    private OperationsReport() {}

    /**
     * Runs all parts, one after the other. Exits with 1 if some of the work was never told to be over.
     *
     * @param args the file to write the page to
     */
    public static void main(String[] args) throws IOException {
        if (!write(Path.of(args[0]), OperationsPlan.FULL)) {
            System.exit(1);
        }
    }

    /** Whether nothing was lost. */
    static boolean write(Path file, OperationsPlan plan) throws IOException {
        var run = OperationsRun.of(plan);
        var page = OperationsReportPage.text(run);
        Files.writeString(file, page);
        System.out.println(page);
        return run.isComplete();
    }
}
