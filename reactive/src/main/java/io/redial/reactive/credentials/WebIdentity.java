package io.redial.reactive.credentials;

import java.time.Instant;
import java.util.Map;

/** Somebody whom an identity provider vouches for. The text form shows no token. */
record WebIdentity(String providerId, String roleArn, String token) {
    private static final long TWO_HOURS = 7_200;

    Map<String, Object> parameters(Instant now) {
        return Map.of(
                "ProviderId", providerId,
                "WebIdentityToken", token,
                "RoleArn", roleArn,
                "RoleSessionName", "redial-" + now.toEpochMilli(),
                "DurationSeconds", TWO_HOURS);
    }

    @Override
    public String toString() {
        return "WebIdentity{providerId=" + providerId + ", roleArn=" + roleArn + ", token=***}";
    }
}
