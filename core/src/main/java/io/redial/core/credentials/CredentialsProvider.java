package io.redial.core.credentials;

import java.util.concurrent.CompletionStage;

/**
 * Where credentials come from. Asked before each signature, so that keys can change while a client lives.
 *
 * <p>An implementation must not block: one that has to wait completes its stage later, from any thread.
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
     * {@code TENCENTCLOUD_TOKEN}.
     */
    static CredentialsProvider environment() {
        return new EnvironmentCredentials(System.getenv());
    }
}
