package io.redial.core.credentials;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Where credentials come from. Asked before each signature, so that keys can change while a client lives.
 *
 * <p>An implementation must not block: one that has to wait completes its stage later, from any thread. Each call of
 * {@link #resolve} gives a stage of its own, because whoever no longer wants an answer cancels the stage.
 */
@FunctionalInterface
public interface CredentialsProvider {

    /**
     * The present credentials.
     *
     * @return a stage that completes with them, or with a {@link io.redial.core.error.CredentialsException} that says
     *     where they were looked for
     */
    CompletionStage<Credentials> resolve();

    /**
     * The environment variables {@code TENCENTCLOUD_SECRET_ID}, {@code TENCENTCLOUD_SECRET_KEY} and, for temporary keys,
     * {@code TENCENTCLOUD_TOKEN}. Completes at once.
     */
    static CredentialsProvider environment() {
        return environment(System.getenv());
    }

    /** The same variables, of another environment than that of this process. */
    static CredentialsProvider environment(Map<String, String> variables) {
        return EnvironmentCredentials.ofTencent(variables);
    }

    /**
     * The environment variables {@code ALIBABA_CLOUD_ACCESS_KEY_ID}, {@code ALIBABA_CLOUD_ACCESS_KEY_SECRET} and, for
     * temporary keys, {@code ALIBABA_CLOUD_SECURITY_TOKEN}. Completes at once.
     */
    static CredentialsProvider alibabaEnvironment() {
        return alibabaEnvironment(System.getenv());
    }

    /** The same variables, of another environment than that of this process. */
    static CredentialsProvider alibabaEnvironment(Map<String, String> variables) {
        return EnvironmentCredentials.ofAlibaba(variables);
    }

    /**
     * The first of several providers that has credentials. They are asked in this order, each when the one before has
     * declined; if all have, the error says why each did.
     *
     * <p>The provider that was found is kept: from then on it alone is asked, so that a passing failure does not
     * change who signs.
     *
     * @throws IllegalArgumentException if there is none
     */
    static CredentialsProvider firstOf(CredentialsProvider... providers) {
        return new FirstOf(List.of(providers));
    }
}
