package io.redial.core.protocol;

import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** API 3.0 with HmacSHA1 or HmacSHA256: everything is a parameter, the signature among them. */
record V1Encoder(SignedParameters common, @Nullable String language) implements Encoder {

    @Override
    public HttpCall encode(ApiRequest<?> request, Target target, Credentials credentials, Instant time) {
        var parameters = RequestForm.parameters(request, 0);
        parameters.put("Action", request.action().name());
        parameters.put("Version", request.action().version());
        if (language != null) {
            parameters.put("Language", language);
        }
        return common.call(parameters, target, credentials, time);
    }
}
