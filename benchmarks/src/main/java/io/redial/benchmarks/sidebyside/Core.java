package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.util.List;

/** The processor that a JVM is bound to: the client to one, the server to another, where {@code taskset} can do that. */
enum Core {
    SERVER("0"),
    CLIENT("1");

    private static final boolean CAN_BIND = canBind();

    private final String number;

    Core(String number) {
        this.number = number;
    }

    static boolean bound() {
        return CAN_BIND;
    }

    List<String> prefix() {
        return CAN_BIND ? List.of("taskset", "-c", number) : List.of();
    }

    private static boolean canBind() {
        for (var core : values()) {
            try {
                if (new ProcessBuilder("taskset", "-c", core.number, "true")
                                .start()
                                .waitFor()
                        != 0) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
