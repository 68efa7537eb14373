package io.redial.reactive.credentials;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that the parts of a pair of keys have in a file or an answer.
 *
 * @param secretId the public half
 * @param secretKey the secret half
 * @param token the token of temporary keys
 * @param expires their end, in seconds since 1970 or as ISO 8601
 */
record KeyNames(String secretId, String secretKey, String token, String expires) {
    /** Tencent's STS, and the metadata of its machines. */
    static final KeyNames STS = new KeyNames("TmpSecretId", "TmpSecretKey", "Token", "ExpiredTime");

    static final KeyNames TENCENT_CLI = new KeyNames("secretId", "secretKey", "token", "expiresAt");
    static final KeyNames TENCENT_PROFILE = new KeyNames("secret_id", "secret_key", "token", "expires_at");
    static final KeyNames ALIBABA_CLI =
            new KeyNames("access_key_id", "access_key_secret", "sts_token", "sts_expiration");
    static final KeyNames ALIBABA_PROFILE =
            new KeyNames("access_key_id", "access_key_secret", "security_token", "expiration");

    /** What the vendor's CLI writes where nothing was entered. */
    private static final String NOTHING_ENTERED = "None";

    boolean begin(Map<String, ?> fields) {
        return text(fields, secretId) != null;
    }

    /**
     * The keys.
     *
     * @param where what the fields stand in, for the error
     */
    Credentials read(Map<String, ?> fields, String where) {
        var id = text(fields, secretId);
        var key = text(fields, secretKey);
        if (id == null || key == null) {
            throw new CredentialsException(where + " lacks "
                    + Stream.of(secretId, secretKey)
                            .filter(name -> text(fields, name) == null)
                            .collect(Collectors.joining(" and ")));
        }
        var tokenText = text(fields, token);
        var keys = tokenText == null ? Credentials.of(id, key) : Credentials.of(id, key, tokenText);
        var end = end(fields, where);
        return end == null ? keys : keys.until(end);
    }

    private @Nullable Instant end(Map<String, ?> fields, String where) {
        var text = text(fields, expires);
        if (text == null || text.equals("0")) {
            return null;
        }
        try {
            return text.indexOf('T') > 0 ? Instant.parse(text) : Instant.ofEpochSecond((long) Double.parseDouble(text));
        } catch (DateTimeException | NumberFormatException e) {
            throw new CredentialsException(where + " has no time in " + expires);
        }
    }

    static @Nullable String text(Map<String, ?> fields, String name) {
        var value = fields.get(name);
        if (value == null || value instanceof Map || value instanceof Iterable) {
            return null;
        }
        var text = value.toString().strip();
        return text.isEmpty() || text.equals(NOTHING_ENTERED) ? null : text;
    }
}
