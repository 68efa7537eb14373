package io.redial.emulator.door;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request as it came off the wire. */
public final class Arrival {
    private final String method;
    private final String path;
    private final String query;
    private final Function<String, @Nullable String> headers;
    private final byte[] body;
    private final boolean oversized;

    /**
     * A request of which nothing has been checked.
     *
     * @param method the HTTP method
     * @param path the path of the URI
     * @param query the query of the URI as it was sent, without the question mark
     * @param headers looks a header up, whatever the case of its name
     * @param body the body, which the new object keeps
     * @param oversized whether the body was longer than {@code body} and the rest was dropped
     */
    public Arrival(
            String method,
            String path,
            String query,
            Function<String, @Nullable String> headers,
            byte[] body,
            boolean oversized) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.oversized = oversized;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    boolean isGet() {
        return method.equals("GET");
    }

    byte[] body() {
        return body;
    }

    boolean oversized() {
        return oversized;
    }

    /** The value of a header, if it was sent and is not blank. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The action that the request names, if it names one. */
    public Optional<String> action() {
        return header("X-TC-Action");
    }

    String host() {
        return header("Host").orElse("");
    }

    /** A header that every request carries, under the name that error messages give it. */
    String common(String header, String parameter) {
        return header(header)
                .orElseThrow(() -> new Refusal(
                        "MissingParameter", "The request is missing the common parameter `" + parameter + "`."));
    }
}
