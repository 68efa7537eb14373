package io.redial.emulator.admin;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is at a path.
 *
 * @param method the method that it is for
 * @param path the path after {@code /_emulator}, with at most one part like {@code {name}} that stands for any text
 * @param maxBodyBytes how large a body it takes
 * @param handler what it does
 */
record AdminRoute(String method, String path, int maxBodyBytes, Function<AdminRequest, AdminResponse> handler) {
    private static final int DEFAULT_MAX_BODY_BYTES = 64 * 1024;

    static AdminRoute get(String path, Function<AdminRequest, AdminResponse> work) {
        return new AdminRoute("GET", path, 0, work);
    }

    static AdminRoute put(String path, Function<AdminRequest, AdminResponse> work) {
        return new AdminRoute("PUT", path, DEFAULT_MAX_BODY_BYTES, work);
    }

    static AdminRoute post(String path, Function<AdminRequest, AdminResponse> work) {
        return new AdminRoute("POST", path, DEFAULT_MAX_BODY_BYTES, work);
    }

    static AdminRoute delete(String path, Function<AdminRequest, AdminResponse> work) {
        return new AdminRoute("DELETE", path, 0, work);
    }

    /** What the path has in place of the variable; empty if it is not a path of this route. */
    Optional<String> matchPath(String called) {
        var variable = path.indexOf('{');
        if (variable < 0) {
            return called.equals(path) ? Optional.of("") : Optional.empty();
        }
        var pattern = Pattern.quote(path.substring(0, variable)) + "([^/]+)"
                + Pattern.quote(path.substring(path.indexOf('}') + 1));
        var matcher = Pattern.compile(pattern).matcher(called);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
