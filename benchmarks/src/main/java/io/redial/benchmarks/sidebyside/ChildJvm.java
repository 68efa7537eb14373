package io.redial.benchmarks.sidebyside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** A JVM that runs one part of the measurements. It ends with this one at the latest, and after a limit in any case. */
final class ChildJvm implements AutoCloseable {
    private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();
    private static final String END_OF_OUTPUT = "\0";

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

    private ChildJvm(String name, Process process, Path errors) {
        this.name = name;
        this.process = process;
        this.errors = errors;
        var reader = new Thread(this::read, "output-of-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static ChildJvm start(CpuBinding core, List<String> jvmOptions, String classPath, Class<?> main, List<String> args)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        core.commandPrefix(),
                        List.of(java),
                        jvmOptions,
                        List.of("-cp", classPath, main.getName()),
                        args)
                .flatMap(List::stream)
                .toList();
        var errors = Files.createTempFile("side-by-side", ".err");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        LIVE.add(process);
        return new ChildJvm(main.getSimpleName() + " " + String.join(" ", args), process, errors);
    }

    /** The lines of a JVM that runs to its end. */
    static List<String> run(
            CpuBinding core,
            List<String> jvmOptions,
            String classPath,
            Class<?> main,
            List<String> args,
            Duration limit)
            throws IOException, InterruptedException {
        try (var child = start(core, jvmOptions, classPath, main, args)) {
            var lines = new ArrayList<String>();
            var end = System.nanoTime() + limit.toNanos();
            for (var line = child.line(end); !line.equals(END_OF_OUTPUT); line = child.line(end)) {
                lines.add(line);
            }
            if (!child.process.waitFor(10, SECONDS) || child.process.exitValue() != 0) {
                throw child.failed("did not end well");
            }
            return lines;
        }
    }

    /** The first line it prints. */
    String firstLine(Duration limit) throws IOException, InterruptedException {
        var line = line(System.nanoTime() + limit.toNanos());
        if (line.equals(END_OF_OUTPUT)) {
            throw failed("ended too soon");
        }
        return line;
    }

    private String line(long end) throws IOException, InterruptedException {
        var line = output.poll(Math.max(0, end - System.nanoTime()), NANOSECONDS);
        if (line == null) {
            throw failed("took too long");
        }
        return line;
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                output.add(line);
            }
        } catch (IOException e) {
            // The process is gone, and its exit value tells how.
        }
        output.add(END_OF_OUTPUT);
    }

    private IOException failed(String how) throws IOException {
        var said = Files.readString(errors);
        return new IOException(name + " " + how + ":\n" + said.substring(Math.max(0, said.length() - 4_000)));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        LIVE.remove(process);
        Files.deleteIfExists(errors);
    }
}
