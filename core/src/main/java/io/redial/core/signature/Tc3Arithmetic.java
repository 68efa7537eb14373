package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.credentials.Credentials;
import io.redial.core.signature.Tc3Signer.Content;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash, the keyed hash and the bytes that one signature after the other is made with. The key is that of the last date and
 * secret, until one of the two changes.
 *
 * <p>Not thread-safe, and never shown: a secret is in it.
 */
final class Tc3Arithmetic {
    private static final byte[] ALGORITHM = "TC3-HMAC-SHA256".getBytes(UTF_8);
    private static final String SIGNED_HEADERS = "content-type;host";
    private static final String MAC = "HmacSHA256";
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int HASH = 32;

    /** Whose key was derived before any was. */
    private static final Credentials NOBODY = Credentials.of("nobody", "nothing");

    private final String service;
    private final MessageDigest digest;
    private final Mac mac;
    private final Ascii text = new Ascii();
    private final byte[] hash = new byte[HASH];

    private long day = Long.MIN_VALUE;
    private Credentials keys = NOBODY;

    /** {@code 2026-11-21/redis/tc3_request}. */
    private byte[] scope = {};

    /** What stands before the signature, and is the same for a day. */
    private byte[] authorization = {};

    /** What was signed last, as far as it is the same for all calls to a host, and how the canonical request begins for it. */
    private String method = "";

    private String contentType = "";
    private String host = "";
    private byte[] canonicalBeginning = {};

    Tc3Arithmetic(String service) {
        this.service = service;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
            this.mac = Mac.getInstance(MAC);
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** Whether it is of a size to be kept. */
    boolean isSmall() {
        return text.isSmall();
    }

    String authorization(Credentials credentials, String toHost, Content content, long time) {
        try {
            use(Math.floorDiv(time, SECONDS_OF_A_DAY), credentials);
            canonicalRequest(toHost, content);
            digest.update(text.bytes(), 0, text.length());
            digest.digest(hash, 0, HASH);
            text.clear()
                    .add(ALGORITHM)
                    .add('\n')
                    .add(time)
                    .add('\n')
                    .add(scope)
                    .add('\n')
                    .hex(hash);
            mac.update(text.bytes(), 0, text.length());
            mac.doFinal(hash, 0);
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
        return text.clear().add(authorization).hex(hash).toString();
    }

    /** Writes the canonical request down. */
    Ascii canonicalRequest(String toHost, Content content) throws GeneralSecurityException {
        digest.update(content.payload());
        digest.digest(hash, 0, HASH);
        if (!content.query().isEmpty()) {
            return begin(toHost, content).hex(hash);
        }
        if (!host.equals(toHost) || !contentType.equals(content.contentType()) || !method.equals(content.method())) {
            canonicalBeginning = begin(toHost, content).copy();
            host = toHost;
            contentType = content.contentType();
            method = content.method();
        }
        return text.clear().add(canonicalBeginning).hex(hash);
    }

    /** The document has the values of headers in small letters, as it has their names. */
    private Ascii begin(String toHost, Content content) {
        return text.clear()
                .add(content.method())
                .add("\n/\n")
                .add(content.query())
                .add("\ncontent-type:")
                .add(content.contentType().toLowerCase(Locale.ROOT))
                .add("\nhost:")
                .add(toHost.toLowerCase(Locale.ROOT))
                .add("\n\n" + SIGNED_HEADERS + "\n");
    }

    private void use(long newDay, Credentials newKeys) throws GeneralSecurityException {
        if (day == newDay && keys.equals(newKeys)) {
            return;
        }
        var date = LocalDate.ofEpochDay(newDay).toString();
        var dated = date + "/" + service + "/tc3_request";
        var key =
                derived(derived(derived(("TC3" + newKeys.secretKey()).getBytes(UTF_8), date), service), "tc3_request");
        mac.init(new SecretKeySpec(key, MAC));
        scope = dated.getBytes(UTF_8);
        authorization = ("TC3-HMAC-SHA256 Credential=" + newKeys.secretId() + "/" + dated + ", SignedHeaders="
                        + SIGNED_HEADERS + ", Signature=")
                .getBytes(UTF_8);
        day = newDay;
        keys = newKeys;
    }

    private static byte[] derived(byte[] key, String text) {
        return SignatureMethod.HMAC_SHA256.sign(key, text);
    }

    private static IllegalStateException lacking(GeneralSecurityException e) {
        return new IllegalStateException("this Java lacks SHA-256 or HmacSHA256, which every Java has to have", e);
    }
}
