package io.redial.reactive.credentials;

import io.redial.core.model.ModelText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which role to assume with STS's {@code AssumeRole}, and how. Immutable. The text form shows neither policy nor external id.
 */
public final class AssumeRole {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final String roleArn;
    private final String sessionName;
    private final String region;
    private final Duration duration;
    private final @Nullable String policy;
    private final @Nullable String externalId;

    private AssumeRole(
            String roleArn,
            String sessionName,
            String region,
            Duration duration,
            @Nullable String policy,
            @Nullable String externalId) {
        this.roleArn = Objects.requireNonNull(roleArn, "roleArn");
        this.sessionName = Objects.requireNonNull(sessionName, "sessionName");
        this.region = Objects.requireNonNull(region, "region");
        this.duration = duration;
        this.policy = policy;
        this.externalId = externalId;
    }

    /**
     * A role, for two hours at a time.
     *
     * @param roleArn the role, for example {@code qcs::cam::uin/100000000001:roleName/redis-admin}
     * @param sessionName a name for the session, which the cloud's records show
     */
    public static AssumeRole of(String roleArn, String sessionName) {
        return new AssumeRole(roleArn, sessionName, "ap-guangzhou", Duration.ofHours(2), null, null);
    }

    /** The region of STS that is asked. By default {@code ap-guangzhou}, as in the vendor's SDK. */
    public AssumeRole withRegion(String newRegion) {
        return new AssumeRole(roleArn, sessionName, newRegion, duration, policy, externalId);
    }

    /**
     * How long the keys shall live, in whole seconds; others are fetched in time. By default two hours.
     *
     * @throws IllegalArgumentException if it is not between a second and twelve hours
     */
    public AssumeRole withDuration(Duration newDuration) {
        if (newDuration.compareTo(SHORTEST) < 0 || newDuration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("keys live between 1 s and 12 h, not " + newDuration);
        }
        return new AssumeRole(roleArn, sessionName, region, newDuration, policy, externalId);
    }

    /** A policy in JSON that narrows what the role may do. By default none. */
    public AssumeRole withPolicy(String newPolicy) {
        return new AssumeRole(
                roleArn, sessionName, region, duration, Objects.requireNonNull(newPolicy, "policy"), externalId);
    }

    /** The external id that the role asks of others than its owner. By default none. */
    public AssumeRole withExternalId(String newExternalId) {
        return new AssumeRole(
                roleArn, sessionName, region, duration, policy, Objects.requireNonNull(newExternalId, "externalId"));
    }

    String roleArn() {
        return roleArn;
    }

    String region() {
        return region;
    }

    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("RoleArn", roleArn);
        parameters.put("RoleSessionName", sessionName);
        parameters.put("DurationSeconds", duration.toSeconds());
        if (policy != null) {
            parameters.put("Policy", policy);
        }
        if (externalId != null) {
            parameters.put("ExternalId", externalId);
        }
        return parameters;
    }

    @Override
    public String toString() {
        return new ModelText("AssumeRole")
                .field("roleArn", roleArn)
                .field("sessionName", sessionName)
                .field("region", region)
                .field("duration", duration)
                .secret("policy", policy)
                .secret("externalId", externalId)
                .toString();
    }
}
