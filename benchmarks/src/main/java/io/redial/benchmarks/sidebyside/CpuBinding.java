package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The processor that a JVM is bound to: the client to one, the server to another, where {@code taskset} can do that. */
enum CpuBinding {
    SERVER,
    CLIENT,
    /** None in particular. */
    ANY;

    private static final boolean SUPPORTED = SERVER.binds() && CLIENT.binds();

    static boolean isSupported() {
        return SUPPORTED;
    }

    List<String> commandPrefix() {
        return SUPPORTED ? binding() : List.of();
    }

    private List<String> binding() {
        return switch (this) {
            case SERVER -> List.of("taskset", "-c", "0");
            case CLIENT -> List.of("taskset", "-c", "1");
            case ANY -> List.of();
        };
    }

    private boolean binds() {
        try {
            var command = Stream.concat(binding().stream(), Stream.of("true")).toList();
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
