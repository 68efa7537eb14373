package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.signature.PercentEncoding;
import java.net.URI;
import java.util.Map;
import java.util.SortedMap;

/** How parameters travel: all of a call's, for no server looks at both places. */
public enum ParameterDoor {
    /** In the query of a GET. Proxies log queries, and secrets are in them: better for reading than for passwords. */
    GET,
    /** As the form that a POST carries. */
    FORM;

    static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    String httpMethod() {
        return this == GET ? "GET" : "POST";
    }

    HttpCall call(Target target, String path, SortedMap<String, String> parameters) {
        var encoded = PercentEncoding.encode(parameters);
        var headers = Map.of("Host", target.host(), "Content-Type", CONTENT_TYPE);
        return this == GET
                ? new HttpCall("GET", uri(target, path + "?" + encoded), headers, new byte[0])
                : new HttpCall("POST", uri(target, path), headers, encoded.getBytes(UTF_8));
    }

    static URI uri(Target target, String pathAndQuery) {
        return target.endpoint().resolve(pathAndQuery);
    }
}
