package io.redial.examples;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.error.CredentialsException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Keys of Alibaba Cloud, out of the environment variables that its own tools read.
 *
 * @param environment all variables
 */
record AlibabaKeys(Map<String, String> environment) implements CredentialsProvider {
    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";

    @Override
    public CompletionStage<Credentials> resolve() {
        var id = value(ID);
        var secret = value(SECRET);
        return id == null || secret == null
                ? CompletableFuture.failedStage(new CredentialsException(
                        "no credentials in the environment: " + found(ID, id) + ", " + found(SECRET, secret)))
                : CompletableFuture.completedStage(Credentials.of(id, secret));
    }

    private @Nullable String value(String variable) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String found(String variable, @Nullable String value) {
        return variable + (value == null ? " is not set" : " is set");
    }

    /** Says nothing of the other variables: secrets are among them. */
    @Override
    public String toString() {
        return "AlibabaKeys";
    }
}
