package io.redial.emulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line: starts a cloud, says where it is, and keeps it for as long as someone waits. */
@Command(
        name = "redial-emulator",
        mixinStandardHelpOptions = true,
        version = "redial-emulator, TencentDB for Redis API 2018-04-12",
        sortOptions = false,
        description =
                "An emulated cloud that speaks TencentDB for Redis API 3.0, Tencent's API v2 and Alibaba's R-KVStore on a"
                        + " loopback port.")
final class EmulatorCommand implements Callable<Integer> {
    private final Consumer<CloudEmulator> awaitShutdown;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "port to listen on; any free one by default")
    private int port;

    @Option(names = "--https-port", paramLabel = "N", description = "port to listen on for HTTPS; 0 takes any free one")
    private @Nullable Integer httpsPort;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "where to write the certificate of HTTPS; any free port if --https-port is not given")
    private @Nullable Path certificate;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: ${DEFAULT-VALUE}); on others, all who reach it may use"
                    + " the admin API")
    private String bind = "127.0.0.1";

    @Option(names = "--no-admin", description = "leave out the admin API and the status page under /_emulator/")
    private boolean noAdmin;

    @Option(names = "--instances", paramLabel = "N", description = "instances at first (default: ${DEFAULT-VALUE})")
    private int instances = 300;

    @Option(names = "--seed", paramLabel = "N", description = "where chance comes from (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--region", paramLabel = "ID", description = "where they are (default: ${DEFAULT-VALUE})")
    private String region = "ap-guangzhou";

    @Option(
            names = "--quota",
            paramLabel = "RULE",
            description = "how requests are counted: sliding, fixed, bucket or off (default: sliding)")
    private QuotaMode quota = QuotaMode.SLIDING;

    @Option(
            names = "--task-seconds",
            paramLabel = "FROM..TO",
            converter = DurationRangeConverter.Seconds.class,
            description = "how long a task takes (default: 0.2..2)")
    private @Nullable DurationRange taskSeconds;

    @Option(
            names = "--latency-ms",
            paramLabel = "FROM..TO",
            converter = DurationRangeConverter.Millis.class,
            description = "how long a request and its answer travel together (default: 0..0)")
    private @Nullable DurationRange latencyMillis;

    @Option(names = "--secret-id", paramLabel = "ID", description = "the account's secret id")
    private String secretId = EmulatorOptions.DEFAULT_SECRET_ID;

    @Option(names = "--secret-key", paramLabel = "KEY", description = "the account's secret key")
    private String secretKey = EmulatorOptions.DEFAULT_SECRET_KEY;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "makes the key a temporary one, which is good only with this token")
    private @Nullable String token;

    /**
     * A command that has not been parsed.
     *
     * @param wait returns when the cloud is to be closed
     */
    EmulatorCommand(Consumer<CloudEmulator> wait) {
        this.awaitShutdown = wait;
    }

    CommandLine commandLine() {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(EmulatorCommand::handleParameterError)
                .setExecutionExceptionHandler(EmulatorCommand::handleExecutionError);
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try (var emulator = start(line)) {
            if (certificate != null) {
                write(certificate, emulator.certificatePem());
            }
            printEndpoints(line.getOut(), emulator);
            awaitShutdown.accept(emulator);
        }
        return ExitCode.OK;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be written to " + file, e);
        }
    }

    private CloudEmulator start(CommandLine line) {
        try {
            return CloudEmulator.start(options());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()), e);
        }
    }

    private EmulatorOptions options() {
        var options = EmulatorOptions.builder()
                .port(port)
                .bindAddress(bind)
                .adminEnabled(!noAdmin)
                .instances(instances)
                .seed(seed)
                .region(region)
                .quotaMode(quota)
                .credentials(secretId, secretKey);
        if (token != null) {
            options.credentials(secretId, secretKey, token);
        }
        if (httpsPort != null || certificate != null) {
            options.https(httpsPort == null ? 0 : httpsPort);
        }
        if (taskSeconds != null) {
            options.taskDuration(taskSeconds.min(), taskSeconds.max());
        }
        if (latencyMillis != null) {
            options.latency(latencyMillis.min(), latencyMillis.max());
        }
        return options.build();
    }

    private static int handleParameterError(ParameterException e, String[] arguments) {
        var line = e.getCommandLine();
        line.getErr().println(line.getCommandName() + ": " + e.getMessage() + " (--help lists all options)");
        return ExitCode.USAGE;
    }

    private static int handleExecutionError(Exception e, CommandLine line, ParseResult result) {
        line.getErr().println(line.getCommandName() + ": " + e.getMessage());
        return ExitCode.SOFTWARE;
    }

    /** A key or a token that the caller chose is the caller's secret, so only the default key is shown. */
    private void printEndpoints(PrintWriter out, CloudEmulator emulator) {
        var isDefault = emulator.secretKey().equals(EmulatorOptions.DEFAULT_SECRET_KEY);
        out.println("listening " + emulator.endpoint());
        if (httpsPort != null || certificate != null) {
            out.println("listening " + emulator.secureEndpoint());
        }
        out.println("export TENCENTCLOUD_SECRET_ID=" + emulator.secretId());
        out.println("export TENCENTCLOUD_SECRET_KEY=" + (isDefault ? emulator.secretKey() : "***"));
        if (token != null) {
            out.println("export TENCENTCLOUD_TOKEN=***");
        }
        if (!noAdmin) {
            out.println("status page " + emulator.endpoint() + "/_emulator/");
        }
        out.flush();
    }
}
