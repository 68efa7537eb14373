package io.redial.emulator.junit;

import io.redial.emulator.CloudEmulator;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What a client of an emulated cloud has to be told.
 *
 * @param endpoint where it listens; for HTTPS if that was asked for
 * @param secretId the secret id of its account
 * @param secretKey the secret key of its account
 * @param region the region of its instances
 * @param certificate what to trust over HTTPS; empty if the endpoint is one of HTTP
 */
public record ClientSettings(
        URI endpoint, String secretId, String secretKey, String region, Optional<X509Certificate> certificate) {

    static ClientSettings of(CloudEmulator cloud, boolean https) {
        return new ClientSettings(
                https ? cloud.secureEndpoint() : cloud.endpoint(),
                cloud.secretId(),
                cloud.secretKey(),
                cloud.region(),
                https ? Optional.of(cloud.certificate()) : Optional.empty());
    }

    @Override
    public String toString() {
        return "ClientSettings[" + endpoint + ", " + secretId + ", ***, " + region + "]";
    }
}
