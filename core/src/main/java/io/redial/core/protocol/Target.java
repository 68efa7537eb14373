package io.redial.core.protocol;

import io.redial.core.error.CallSite;
import java.net.URI;

/**
 * Whom a call goes to.
 *
 * @param endpoint scheme, host and port
 * @param region the region that is asked for
 */
public record Target(URI endpoint, String region) {

    public Target {
        if (endpoint.getHost() == null || !isHttp(endpoint.getScheme())) {
            throw new IllegalArgumentException(
                    "'" + endpoint + "' is no endpoint; one reads like https://redis.intl.tencentcloudapi.com");
        }
    }

    /** The value of the {@code Host} header: the port stands in it only when it is not the scheme's own. */
    public String host() {
        var port = endpoint.getPort();
        var usual = endpoint.getScheme().equals("https") ? 443 : 80;
        return port < 0 || port == usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
    }

    /** What an error about a call says of it. */
    public CallSite callSite(String action) {
        return new CallSite(action, region, host());
    }

    private static boolean isHttp(String scheme) {
        return "https".equals(scheme) || "http".equals(scheme);
    }
}
