package io.redial.emulator;

import java.util.concurrent.CountDownLatch;

/** The emulator as a program of its own. */
public final class EmulatorMain {
    private EmulatorMain() {}

    /** Runs until the process is told to stop. Exits with 2 when an argument is wrong. */
    public static void main(String[] args) {
        System.exit(
                new EmulatorCommand(EmulatorMain::awaitShutdown).commandLine().execute(args));
    }

    private static void awaitShutdown(CloudEmulator emulator) {
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "redial-emulator-stop"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
