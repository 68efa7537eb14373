package io.redial.core.credentials;

import io.redial.core.error.CredentialsException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Credentials out of environment variables. */
final class EnvironmentCredentials implements CredentialsProvider {
    private static final String SECRET_ID = "TENCENTCLOUD_SECRET_ID";
    private static final String SECRET_KEY = "TENCENTCLOUD_SECRET_KEY";
    private static final String TOKEN = "TENCENTCLOUD_TOKEN";

    private final Map<String, String> environment;

    EnvironmentCredentials(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public CompletionStage<Credentials> resolve() {
        var secretId = value(SECRET_ID);
        var secretKey = value(SECRET_KEY);
        var token = value(TOKEN);
        if (secretId == null || secretKey == null) {
            return CompletableFuture.failedStage(new CredentialsException("no credentials in the environment: "
                    + found(SECRET_ID, secretId) + ", " + found(SECRET_KEY, secretKey) + ", " + found(TOKEN, token)
                    + " (needed for temporary keys only)"));
        }
        return CompletableFuture.completedStage(
                token == null ? Credentials.of(secretId, secretKey) : Credentials.of(secretId, secretKey, token));
    }

    private @Nullable String value(String variable) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String found(String variable, @Nullable String value) {
        return variable + (value == null ? " is not set" : " is set");
    }
}
