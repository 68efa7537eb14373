package io.redial.emulator.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request as it came off the wire. */
public final class IncomingRequest {
    private final String method;
    private final String path;
    private final String query;
    private final Function<String, @Nullable String> headers;
    private final byte[] body;
    private final boolean oversized;
    private final Duration clockOffset;

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
    public IncomingRequest(
            String method,
            String path,
            String query,
            Function<String, @Nullable String> headers,
            byte[] body,
            boolean oversized) {
        this(method, path, query, headers, body, oversized, Duration.ZERO);
    }

    private IncomingRequest(
            String method,
            String path,
            String query,
            Function<String, @Nullable String> headers,
            byte[] body,
            boolean oversized,
            Duration clockAhead) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.oversized = oversized;
        this.clockOffset = clockAhead;
    }

    /** The same request, whose time is judged by a clock that is ahead, or behind if that is negative. */
    public IncomingRequest withClockOffset(Duration ahead) {
        return new IncomingRequest(method, path, query, headers, body, oversized, ahead);
    }

    /** How far the clock that it is judged by is ahead. */
    Duration clockOffset() {
        return clockOffset;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path of the URI. */
    public String path() {
        return path;
    }

    /** The query of the URI as it was sent. */
    public String query() {
        return query;
    }

    /** Whether the method is GET. */
    public boolean isGet() {
        return method.equals("GET");
    }

    /** Whether the method is POST. */
    public boolean isPost() {
        return method.equals("POST");
    }

    /** The body, which must not be changed. */
    public byte[] body() {
        return body;
    }

    /** The body, as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the request is larger than that, its query or its body. */
    public boolean isLargerThan(int maxQuery, int maxBody) {
        return oversized || body.length > maxBody || query.length() > maxQuery;
    }

    /** The value of a header, if it was sent and is not blank. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The host that was called, with its port. */
    public String host() {
        return header("Host").orElse("");
    }
}
