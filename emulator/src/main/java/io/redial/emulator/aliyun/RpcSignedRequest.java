package io.redial.emulator.aliyun;

import io.redial.emulator.protocol.Digests;
import io.redial.emulator.protocol.IncomingRequest;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Signature 1.0, HMAC-SHA1: everything is a parameter. */
final class RpcSignedRequest implements SignedRequest {
    private final String method;
    private final NavigableMap<String, String> parameters;

    RpcSignedRequest(IncomingRequest arrival) {
        this.method = arrival.method();
        this.parameters = SignedRequest.parametersOf(arrival);
    }

    @Override
    public Optional<String> commonParameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public String expectedSignature(String secret) {
        var signed = new TreeMap<>(parameters);
        signed.remove("Signature");
        var text = method + "&" + Rfc3986Encoder.encode("/") + "&"
                + Rfc3986Encoder.encode(Rfc3986Encoder.encodeQuery(signed));
        return Base64.getEncoder().encodeToString(Digests.hmacSha1(secret + "&", text));
    }

    @Override
    public NavigableMap<String, String> parameters() {
        return parameters;
    }

    @Override
    public boolean isJsonRequested() {
        return commonParameter("Format").filter("JSON"::equalsIgnoreCase).isPresent();
    }
}
