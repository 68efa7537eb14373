package io.redial.examples;

import io.micrometer.observation.ObservationRegistry;
import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.ClientBuilder;
import java.net.URI;

/**
 * The cloud that an example works on.
 *
 * @param endpoint where it listens
 * @param credentials what it lets in
 * @param onClose what is to be done when it is no longer needed
 */
record CloudTarget(URI endpoint, CredentialsProvider credentials, Runnable onClose) implements AutoCloseable {

    /** A cloud that runs without us. */
    static CloudTarget remote(URI endpoint, CredentialsProvider keys) {
        return new CloudTarget(endpoint, keys, () -> {});
    }

    /** A cloud inside this process, with keys of its own. */
    static CloudTarget embedded(EmulatorOptions options) {
        var cloud = CloudEmulator.start(options);
        return new CloudTarget(cloud.endpoint(), Credentials.of(cloud.secretId(), cloud.secretKey()), cloud::close);
    }

    /** Directs a client here, and has its calls counted. */
    <B extends ClientBuilder<B>> B configure(B builder, CallCounter calls) {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(calls);
        return builder.credentials(credentials).endpoint(endpoint).observations(observations);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
