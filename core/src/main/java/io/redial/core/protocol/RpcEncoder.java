package io.redial.core.protocol;

import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.signature.NonceSource;
import io.redial.core.signature.RpcSigner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Alibaba's RPC signature 1.0: everything is a parameter, the signature among them. */
record RpcEncoder(ParameterDoor door, AlibabaFormat format, NonceSource nonces) implements Encoder {

    @Override
    public HttpCall encode(ApiRequest<?> request, Target target, Credentials credentials, Instant time) {
        var parameters = AlibabaProtocol.parameters(request, target);
        parameters.put("Action", request.action().name());
        parameters.put("Version", request.action().version());
        parameters.put("Format", format.name());
        parameters.put("AccessKeyId", credentials.secretId());
        parameters.put("SignatureMethod", "HMAC-SHA1");
        parameters.put("SignatureVersion", "1.0");
        parameters.put("SignatureNonce", nonces.next());
        parameters.put("Timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString());
        if (credentials.token() != null) {
            parameters.put("SecurityToken", credentials.token());
        }
        parameters.put("Signature", RpcSigner.signature(credentials, door.httpMethod(), parameters));
        return door.call(target, "/", parameters);
    }
}
