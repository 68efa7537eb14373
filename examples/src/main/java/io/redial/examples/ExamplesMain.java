package io.redial.examples;

import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.EmulatorOptions;

/** The examples as a program of their own. */
public final class ExamplesMain {
    private ExamplesMain() {}

    /** Exits with 0 when all went well, with 1 when something failed, and with 2 when the input is wrong. */
    public static void main(String[] args) {
        var surroundings = new CommandContext(
                System.out,
                ConnectedTerminal.isAvailable(),
                CredentialsProvider.environment(),
                CredentialsProvider.alibabaEnvironment(),
                EmulatorOptions.builder());
        System.exit(ExamplesCommand.commandLine(surroundings).execute(args));
    }
}
