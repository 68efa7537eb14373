package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.signature.PercentEncoding;
import io.redial.core.signature.Tc3Signer;
import io.redial.core.signature.Tc3Signer.Content;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** API 3.0 with TC3-HMAC-SHA256: what is common to all actions stands in headers, the signature among them. */
final class Tc3Encoder implements Encoder {
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private final Tc3Signer signer;
    private final TencentDoor door;
    private final boolean signPayload;
    private final @Nullable String language;
    private volatile @Nullable Address lastAddress;

    Tc3Encoder(String service, TencentDoor door, boolean signPayload, @Nullable String language) {
        this.signer = new Tc3Signer(service);
        this.door = door;
        this.signPayload = signPayload;
        this.language = language;
    }

    @Override
    public HttpCall encode(ApiRequest<?> request, Target target, Credentials credentials, Instant time) {
        var action = request.action();
        var content = content(request);
        var address = known(target);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", address.host());
        headers.put("Content-Type", content.contentType());
        headers.put("X-TC-Action", action.name());
        headers.put("X-TC-Version", action.version());
        headers.put("X-TC-Region", target.region());
        headers.put("X-TC-Timestamp", Long.toString(time.getEpochSecond()));
        putIfThere(headers, "X-TC-Language", language);
        putIfThere(headers, "X-TC-Token", credentials.token());
        putIfThere(headers, "X-TC-Content-SHA256", signPayload ? null : UNSIGNED_PAYLOAD);
        headers.put("Authorization", signer.authorization(credentials, address.host(), signed(content), time));
        var uri = content.query().isEmpty() ? address.uri() : ParameterDoor.uri(target, "/?" + content.query());
        return new HttpCall(content.method(), uri, headers, content.payload());
    }

    @Override
    public @Nullable URI address(Target target) {
        return door == TencentDoor.TC3_JSON ? known(target).uri() : null;
    }

    private Address known(Target target) {
        var address = lastAddress;
        if (address == null || !address.endpoint().equals(target.endpoint())) {
            address = new Address(target.endpoint(), target.host(), ParameterDoor.uri(target, "/"));
            lastAddress = address;
        }
        return address;
    }

    /** What is the same for all calls to an endpoint. */
    private record Address(URI endpoint, String host, URI uri) {}

    private Content content(ApiRequest<?> request) {
        if (door == TencentDoor.TC3_JSON) {
            return new Content("POST", "", "application/json; charset=utf-8", RequestForm.json(request));
        }
        var parameters = RequestForm.parameters(request, 0);
        return door == TencentDoor.TC3_GET
                ? new Content("GET", PercentEncoding.encode(parameters), ParameterDoor.CONTENT_TYPE, new byte[0])
                : Multipart.content(parameters);
    }

    private Content signed(Content content) {
        return signPayload
                ? content
                : new Content(
                        content.method(), content.query(), content.contentType(), UNSIGNED_PAYLOAD.getBytes(UTF_8));
    }

    private static void putIfThere(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
