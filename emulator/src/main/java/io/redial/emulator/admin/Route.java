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
 * @param work what it does
 */
record Route(String method, String path, int maxBodyBytes, Function<Ask, AdminReply> work) {
    private static final int SMALL = 64 * 1024;

    static Route get(String path, Function<Ask, AdminReply> work) {
        return new Route("GET", path, 0, work);
    }

    static Route put(String path, Function<Ask, AdminReply> work) {
        return new Route("PUT", path, SMALL, work);
    }

    static Route post(String path, Function<Ask, AdminReply> work) {
        return new Route("POST", path, SMALL, work);
    }

    static Route delete(String path, Function<Ask, AdminReply> work) {
        return new Route("DELETE", path, 0, work);
    }

    /** What the path has in place of the variable; empty if it is not a path of this route. */
    Optional<String> match(String called) {
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
