package io.redial.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A class of this module that runs in a process of its own, with the class path of the tests. */
final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private JavaProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    static JavaProcess start(Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start());
    }

    /** The next line that it writes, or null if it has closed its output. */
    String nextLine() throws IOException {
        return out.readLine();
    }

    /** All lines that it still writes. */
    Stream<String> remainingLines() {
        return out.lines();
    }

    /** Tells it to stop, as the terminal or the system would. */
    void stop() {
        // Signal 15; destroy() of a Process would also close the streams that are still to be read.
        process.toHandle().destroy();
    }

    /** Ends it with signal 9, unless it ends by itself before this time has passed. True if it was killed. */
    boolean killAfter(Duration time) throws InterruptedException {
        var ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return !ended;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
