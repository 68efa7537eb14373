package io.redial.examples;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A story that was told in this process: its exit code, and what it said. */
record CommandResult(int exitCode, String out, String err) {

    static CommandResult run(CredentialsProvider keys, String... arguments) {
        return execute(false, keys, arguments);
    }

    /** On a cloud that runs already, with its keys. */
    static CommandResult runOn(CloudEmulator cloud, String story, String... arguments) {
        return run(
                Credentials.of(cloud.secretId(), cloud.secretKey()),
                Stream.concat(Stream.of(story, "--endpoint", cloud.endpoint().toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    static CommandResult runOnTerminal(CredentialsProvider keys, String... arguments) {
        return execute(true, keys, arguments);
    }

    private static CommandResult execute(boolean terminal, CredentialsProvider keys, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        var embedded =
                EmulatorOptions.builder().instances(3).taskDuration(Duration.ofMillis(50), Duration.ofMillis(100));
        var surroundings =
                new CommandContext(new PrintStream(out, true, StandardCharsets.UTF_8), terminal, keys, keys, embedded);
        var exitCode = ExamplesCommand.commandLine(surroundings)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandResult(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }

    String lastLine() {
        return lines().get(lines().size() - 1);
    }
}
