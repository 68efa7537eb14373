package io.redial.core.protocol;

import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.signature.Acs3Signer;
import io.redial.core.signature.NonceSource;
import io.redial.core.signature.PercentEncoding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/** Alibaba's signature version 3: what is common to all actions stands in headers, the signature among them. */
record Acs3Encoder(AlibabaFormat format, NonceSource nonces) implements Encoder {

    @Override
    public HttpCall encode(ApiRequest<?> request, Target target, Credentials credentials, Instant time) {
        var parameters = AlibabaProtocol.parameters(request, target);
        var headers = new TreeMap<String, String>();
        headers.put("host", target.host());
        headers.put("x-acs-action", request.action().name());
        headers.put("x-acs-version", request.action().version());
        headers.put("x-acs-date", time.truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", nonces.next());
        headers.put("x-acs-content-sha256", Acs3Signer.EMPTY_BODY);
        if (credentials.token() != null) {
            headers.put("x-acs-security-token", credentials.token());
        }
        headers.put("Authorization", Acs3Signer.authorization(credentials, "POST", parameters, headers));
        headers.put("Accept", format.mediaType());
        var query = parameters.isEmpty() ? "" : "?" + PercentEncoding.encode(parameters);
        return new HttpCall("POST", ParameterDoor.uri(target, "/" + query), headers, new byte[0]);
    }
}
