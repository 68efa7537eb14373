package io.redial.benchmarks.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The other end of an {@link MeasuredEmulator}. */
final class EmulatorProcess implements AutoCloseable {
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader output;
    private final String[] startFigures;

    private EmulatorProcess(Process process) throws IOException {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.startFigures = line().split(" ");
    }

    static EmulatorProcess start(int instances) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredEmulator.class.getName(),
                        Integer.toString(instances))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new EmulatorProcess(process);
    }

    URI endpoint() {
        return URI.create(startFigures[0]);
    }

    /** How long the start of the emulator took by itself. */
    long startMillis() {
        return Long.parseLong(startFigures[1]);
    }

    /** How long it took from the beginning of its JVM. */
    long totalStartMillis() {
        return Long.parseLong(startFigures[2]);
    }

    /** The heap that it had in use after its start, in MB. */
    long heapAfterStartMb() {
        return Long.parseLong(startFigures[3]);
    }

    /** The heap that it has in use now, in MB. */
    long currentHeapMb() throws IOException {
        process.getOutputStream().write('?');
        process.getOutputStream().flush();
        return Long.parseLong(line());
    }

    private String line() throws IOException {
        var line = read();
        if (line == null) {
            throw new IOException("the emulator ended");
        }
        return line;
    }

    private @Nullable String read() throws IOException {
        return output.readLine();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
