package io.redial.core.signature;

import io.redial.core.credentials.Credentials;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * TC3-HMAC-SHA256, the signature of Tencent Cloud API 3.0.
 *
 * <p>Signed are the method, the query, the content type, the host and the body. Thread-safe, and no thread waits for another; the
 * key that is derived from a secret, a date and a service is kept until one of the three changes.
 *
 * <p>Source: TencentDB for Redis API 3.0 reference, chapter "Signature v3".
 */
public final class Tc3Signer {
    private final Spares<Tc3Arithmetic> spares;

    /**
     * A signer for one service.
     *
     * @param service the service, for example {@code redis}
     */
    public Tc3Signer(String service) {
        this.spares = new Spares<>(() -> new Tc3Arithmetic(service));
    }

    /**
     * What is signed of a request.
     *
     * @param method {@code GET} or {@code POST}
     * @param query the query as it is sent, encoded; empty for POST
     * @param contentType the content type, to be sent to the letter
     * @param payload the body, or what is signed in its place; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Content(String method, String query, String contentType, byte[] payload) {
        /** Shows neither query nor payload: they carry secrets. */
        @Override
        public String toString() {
            return method + " " + contentType + " (" + payload.length + " bytes)";
        }
    }

    /**
     * The value of the {@code Authorization} header.
     *
     * @param host the value of the {@code Host} header, to the letter
     * @param content what is signed
     * @param time the time that the request carries; its date in UTC is part of the key
     */
    public String authorization(Credentials credentials, String host, Content content, Instant time) {
        var arithmetic = spares.take();
        var authorization = arithmetic.authorization(credentials, host, content, time.getEpochSecond());
        if (arithmetic.isSmall()) {
            spares.giveBack(arithmetic);
        }
        return authorization;
    }

    static String canonicalRequest(String host, Content content) throws GeneralSecurityException {
        return new Tc3Arithmetic("").canonicalRequest(host, content).toString();
    }
}
