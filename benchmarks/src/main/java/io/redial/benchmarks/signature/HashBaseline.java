package io.redial.benchmarks.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The arithmetic that TC3 cannot do without, and nothing else: the hash of a payload, the hash of a canonical request and the MAC
 * of a string to sign, each of the length that it has in {@link SignedCall}, with everything made beforehand.
 */
@State(Scope.Thread)
public class HashBaseline {
    private final MessageDigest digest;
    private final Mac mac;
    private final byte[] canonicalRequest;
    private final byte[] stringToSign;
    private final byte[] result = new byte[32];

    /** Hashes, and a MAC with a key. */
    public HashBaseline() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        canonicalRequest = new byte[SignedCall.CANONICAL_REQUEST_BYTES];
        stringToSign = new byte[SignedCall.STRING_TO_SIGN_BYTES];
    }

    byte[] compute(byte[] payload) throws GeneralSecurityException {
        digest.update(payload);
        digest.digest(result, 0, result.length);
        digest.update(canonicalRequest);
        digest.digest(result, 0, result.length);
        mac.update(stringToSign);
        mac.doFinal(result, 0);
        return result;
    }
}
