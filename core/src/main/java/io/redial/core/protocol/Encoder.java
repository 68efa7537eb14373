package io.redial.core.protocol;

import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The half of a protocol that encodes and signs. */
@FunctionalInterface
interface Encoder {
    HttpCall encode(ApiRequest<?> request, Target target, Credentials credentials, Instant time);

    /** See {@link Protocol#address}. */
    default @Nullable URI address(Target target) {
        return null;
    }
}
