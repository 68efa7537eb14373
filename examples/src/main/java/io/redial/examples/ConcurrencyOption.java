package io.redial.examples;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how much is under way at the same time. */
final class ConcurrencyOption {
    /**
     * Orders leave at 20 a second and are followed for up to 3 s each, so up to 60 are with the cloud; the 20 of the next
     * second are ready when the quota lets them go.
     */
    private static final int DEFAULT_CONCURRENCY = 80;

    private static final int MAX_CONCURRENCY = 10_000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private int concurrency = DEFAULT_CONCURRENCY;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_CONCURRENCY,
            description = "how many are ordered and followed at the same time (default: ${DEFAULT-VALUE})")
    void set(int number) {
        if (number < 1 || number > MAX_CONCURRENCY) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--in-flight is 1 to " + MAX_CONCURRENCY + ", not " + number);
        }
        concurrency = number;
    }

    int concurrency() {
        return concurrency;
    }
}
