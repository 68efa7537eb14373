package io.redial.examples;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import java.net.URI;

/**
 * The cloud that an example works on.
 *
 * @param endpoint where it listens
 * @param keys what it lets in
 * @param end what is to be done when it is no longer needed
 */
record Destination(URI endpoint, CredentialsProvider keys, Runnable end) implements AutoCloseable {

    /** A cloud that runs without us. */
    static Destination at(URI endpoint, CredentialsProvider keys) {
        return new Destination(endpoint, keys, () -> {});
    }

    /** A cloud inside this process, with keys of its own. */
    static Destination embedded(EmulatorOptions options) {
        var cloud = CloudEmulator.start(options);
        return new Destination(cloud.endpoint(), Credentials.of(cloud.secretId(), cloud.secretKey()), cloud::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
