package io.redial.core.credentials;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A pair of keys, with a token if they are temporary. The text form shows no secret.
 *
 * <p>Credentials are their own provider: a client can be given either.
 */
public final class Credentials implements CredentialsProvider {
    private final String secretId;
    private final String secretKey;
    private final @Nullable String token;
    private final @Nullable Instant expires;

    private Credentials(String secretId, String secretKey, @Nullable String token, @Nullable Instant expires) {
        this.secretId = checked("secretId", secretId);
        this.secretKey = checked("secretKey", secretKey);
        this.token = token;
        this.expires = expires;
    }

    /**
     * A permanent pair of keys.
     *
     * @throws IllegalArgumentException if one is empty or has blanks around it, which is how copied keys go wrong
     */
    public static Credentials of(String secretId, String secretKey) {
        return new Credentials(secretId, secretKey, null, null);
    }

    /**
     * A temporary pair of keys with its token.
     *
     * @throws IllegalArgumentException if one is empty or has blanks around it
     */
    public static Credentials of(String secretId, String secretKey, String token) {
        return new Credentials(secretId, secretKey, checked("token", token), null);
    }

    /** The same keys, with the time from which on they are refused. */
    public Credentials until(Instant end) {
        return new Credentials(secretId, secretKey, token, Objects.requireNonNull(end, "end"));
    }

    /** The public half. */
    public String secretId() {
        return secretId;
    }

    /** The secret half. */
    public String secretKey() {
        return secretKey;
    }

    /** The token of a temporary pair, or null. */
    public @Nullable String token() {
        return token;
    }

    /** From when on these keys are refused, or null if they have no end, or none that is known. */
    public @Nullable Instant expires() {
        return expires;
    }

    @Override
    public CompletionStage<Credentials> resolve() {
        return CompletableFuture.completedStage(this);
    }

    private static String checked(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isEmpty() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(name + (value.isEmpty() ? " is empty" : " begins or ends with a blank"));
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credentials that
                && secretId.equals(that.secretId)
                && secretKey.equals(that.secretKey)
                && Objects.equals(token, that.token)
                && Objects.equals(expires, that.expires);
    }

    @Override
    public int hashCode() {
        return secretId.hashCode();
    }

    @Override
    public String toString() {
        return "Credentials{secretId=" + secretId + ", secretKey=***" + (token == null ? "" : ", token=***")
                + (expires == null ? "}" : ", expires=" + expires + "}");
    }
}
