package io.redial.emulator.admin;

import io.redial.emulator.protocol.IncomingRequest;
import java.util.regex.Pattern;

/**
 * Turns away what a web page of somebody else could make a browser send.
 *
 * <p>A page may post forms and plain text anywhere, but JSON only where it is allowed to, and it cannot hide where it comes
 * from. A page whose own name was made to lead to this machine still gives itself away by that name.
 */
final class HostCheck {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(127(\\.\\d{1,3}){3}|(.+\\.)?localhost|\\[::1]|\\[0:0:0:0:0:0:0:1])(:\\d{1,5})?");
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");

    private final boolean anyHost;

    /**
     * Whom to let in.
     *
     * @param anyHost whether the emulator may be called by any name, which it must where others can reach it
     */
    HostCheck(boolean anyHost) {
        this.anyHost = anyHost;
    }

    void check(IncomingRequest arrival) {
        var host = arrival.host();
        if (!anyHost && !LOOPBACK.matcher(host).matches()) {
            throw new AdminError(403, "the host '" + host + "' is not this machine; call it 127.0.0.1 or localhost");
        }
        var origin = arrival.header("Origin");
        if (origin.isPresent() && !origin.get().matches("(?i)https?://" + Pattern.quote(host))) {
            throw new AdminError(403, "the page at '" + origin.get() + "' has no business here");
        }
        if (!arrival.isGet() && hasBody(arrival) && !isJson(arrival)) {
            throw new AdminError(415, "a " + arrival.method() + " needs the header Content-Type: application/json");
        }
    }

    private static boolean hasBody(IncomingRequest arrival) {
        return !arrival.method().equals("DELETE") || arrival.body().length > 0;
    }

    private static boolean isJson(IncomingRequest arrival) {
        return arrival.header("Content-Type")
                .filter(type -> JSON.matcher(type).matches())
                .isPresent();
    }
}
