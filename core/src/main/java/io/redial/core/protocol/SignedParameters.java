package io.redial.core.protocol;

import io.redial.core.credentials.Credentials;
import io.redial.core.signature.NonceSource;
import io.redial.core.signature.ParameterSigner;
import java.time.Instant;
import java.util.SortedMap;

/** Tencent's calls whose signature is one of the parameters, in API 3.0 and in API v2. */
record SignedParameters(ParameterDoor door, ParameterSigner signer, NonceSource nonces) {

    /** Adds what every call carries, signs, and encodes. */
    HttpCall call(SortedMap<String, String> parameters, Target target, Credentials credentials, Instant time) {
        if (!target.region().isEmpty()) {
            parameters.put("Region", target.region());
        }
        if (credentials.token() != null) {
            parameters.put("Token", credentials.token());
        }
        parameters.put("Timestamp", Long.toString(time.getEpochSecond()));
        parameters.put("Nonce", nonces.next());
        parameters.put("SecretId", credentials.secretId());
        parameters.put("SignatureMethod", signer.method().tencentName());
        parameters.put("Signature", signer.signature(credentials, door.httpMethod(), target.host(), parameters));
        return door.call(target, signer.path(), parameters);
    }
}
