package io.redial.emulator.protocol;

import java.util.HexFormat;

/** The arithmetic of TC3-HMAC-SHA256. */
final class Tc3Signature {
    static final String ALGORITHM = "TC3-HMAC-SHA256";
    static final String TERMINATOR = "tc3_request";

    private Tc3Signature() {}

    /** The signature, in lower-case hex, of a canonical request. */
    static String sign(String secret, long timestamp, String date, String service, String canonicalRequest) {
        var scope = date + "/" + service + "/" + TERMINATOR;
        var toSign = ALGORITHM + "\n" + timestamp + "\n" + scope + "\n" + Digests.sha256(canonicalRequest);
        var dateKey = Digests.hmacSha256("TC3" + secret, date);
        var serviceKey = Digests.hmacSha256(dateKey, service);
        var signingKey = Digests.hmacSha256(serviceKey, TERMINATOR);
        return HexFormat.of().formatHex(Digests.hmacSha256(signingKey, toSign));
    }
}
