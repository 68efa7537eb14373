package io.redial.examples;

import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.EmulatorOptions;
import java.io.PrintStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the cloud is. */
final class EndpointOption {
    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            converter = EndpointConverter.class,
            description = "the cloud; without it, one is started in this process and goes away with it")
    private @Nullable URI endpoint;

    @Nullable
    URI endpoint() {
        return endpoint;
    }

    /**
     * The cloud that was named, or a new one.
     *
     * @param keys those for a cloud that was named
     * @param embedded what a new one is like
     */
    CloudTarget target(PrintStream out, CredentialsProvider keys, EmulatorOptions.Builder embedded) {
        if (endpoint != null) {
            return CloudTarget.remote(endpoint, keys);
        }
        out.println("No --endpoint is given: a cloud is started in this process.");
        return CloudTarget.embedded(embedded.build());
    }
}
