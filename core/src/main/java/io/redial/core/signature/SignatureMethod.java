package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hashes that requests are signed with. */
public enum SignatureMethod {
    /** HMAC-SHA1: what Tencent takes where nothing is said, and the only one of Alibaba's RPC signature 1.0. */
    HMAC_SHA1("HmacSHA1"),
    /** HMAC-SHA256: to be preferred where there is a choice. */
    HMAC_SHA256("HmacSHA256");

    /** Java and Tencent spell it alike. */
    private final String tencentName;

    SignatureMethod(String tencentName) {
        this.tencentName = tencentName;
    }

    /** How Tencent's parameter {@code SignatureMethod} spells it, for example {@code HmacSHA256}. */
    public String tencentName() {
        return tencentName;
    }

    byte[] sign(String key, String text) {
        return sign(key.getBytes(UTF_8), text);
    }

    byte[] sign(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(tencentName);
            mac.init(new SecretKeySpec(key, tencentName));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + tencentName + ", which every Java has to have", e);
        }
    }
}
