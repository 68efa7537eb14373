package io.redial.examples;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: one subcommand for each story. */
@Command(
        name = "redial-examples",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        synopsisSubcommandLabel = "STORY",
        commandListHeading = "%nStories:%n",
        description = "What Redial is good for, as programs that run.")
final class ExamplesCommand {
    private ExamplesCommand() {}

    static CommandLine commandLine(CommandContext surroundings) {
        return new CommandLine(new ExamplesCommand())
                .addSubcommand(new FleetUpgradeCommand(surroundings))
                .addSubcommand(new ResumeCommand(surroundings))
                .addSubcommand(new BackupAllCommand(surroundings))
                .addSubcommand(new FollowCommand(surroundings))
                .addSubcommand(new CrsUpgradeCommand(surroundings))
                .addSubcommand(new AliyunResizeCommand(surroundings))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(line.getCommandName() + ": " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** The version that the jar was built with. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = ExamplesCommand.class.getPackage().getImplementationVersion();
            return new String[] {"redial-examples " + Objects.requireNonNullElse(version, "(not from its jar)")};
        }
    }
}
