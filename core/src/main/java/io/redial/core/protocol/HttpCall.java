package io.redial.core.protocol;

import java.net.URI;
import java.util.Map;

/**
 * A call as HTTP, encoded and signed. The text form shows neither query nor headers nor body: they carry secrets.
 *
 * @param method the method
 * @param uri where to
 * @param headers the headers, {@code Host} among them
 * @param body the body; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body) {

    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + " (" + body.length
                + " bytes)";
    }
}
