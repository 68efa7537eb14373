package io.redial.core.protocol;

import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import java.time.Instant;

/** The half of a protocol that encodes and signs. */
@FunctionalInterface
interface Encoder {
    HttpCall encode(ApiRequest<?> request, Target target, Credentials credentials, Instant time);
}
