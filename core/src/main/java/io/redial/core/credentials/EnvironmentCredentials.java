package io.redial.core.credentials;

import io.redial.core.error.CredentialsException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Credentials out of environment variables. */
final class EnvironmentCredentials implements CredentialsProvider {
    private final Map<String, String> environment;
    private final String secretIdVariable;
    private final String secretKeyVariable;
    private final String tokenVariable;

    private EnvironmentCredentials(
            Map<String, String> environment, String secretIdVariable, String secretKeyVariable, String tokenVariable) {
        this.environment = environment;
        this.secretIdVariable = secretIdVariable;
        this.secretKeyVariable = secretKeyVariable;
        this.tokenVariable = tokenVariable;
    }

    static EnvironmentCredentials ofTencent(Map<String, String> environment) {
        return new EnvironmentCredentials(
                environment, "TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_TOKEN");
    }

    static EnvironmentCredentials ofAlibaba(Map<String, String> environment) {
        return new EnvironmentCredentials(
                environment,
                "ALIBABA_CLOUD_ACCESS_KEY_ID",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                "ALIBABA_CLOUD_SECURITY_TOKEN");
    }

    @Override
    public CompletionStage<Credentials> resolve() {
        var secretId = value(secretIdVariable);
        var secretKey = value(secretKeyVariable);
        var token = value(tokenVariable);
        if (secretId == null || secretKey == null) {
            return CompletableFuture.failedStage(new CredentialsException("no credentials in the environment: "
                    + found(secretIdVariable, secretId) + ", " + found(secretKeyVariable, secretKey) + ", "
                    + found(tokenVariable, token) + " (needed for temporary keys only)"));
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
