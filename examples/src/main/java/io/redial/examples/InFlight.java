package io.redial.examples;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how much is under way at the same time. */
final class InFlight {
    /**
     * Orders leave at 20 a second and are followed for up to 3 s each, so up to 60 are with the cloud; the 20 of the next
     * second are ready when the quota lets them go.
     */
    private static final int DEFAULT = 80;

    private static final int MOST = 10_000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private int requests = DEFAULT;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "" + DEFAULT,
            description = "how many are ordered and followed at the same time (default: ${DEFAULT-VALUE})")
    void set(int number) {
        if (number < 1 || number > MOST) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--in-flight is 1 to " + MOST + ", not " + number);
        }
        requests = number;
    }

    int requests() {
        return requests;
    }
}
