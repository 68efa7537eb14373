package io.redial.reactive.credentials;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The keys of the role that a CVM has, from the metadata that its machine serves. */
final class CvmRole {
    static final URI USUAL_METADATA = URI.create("http://metadata.tencentyun.com");

    private static final String PATH = "/latest/meta-data/cam/security-credentials/";

    /** What the cloud allows in a role's name; anything else would be another address. */
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,128}");

    private final KeyHttp http;
    private final URI directory;
    private final Duration timeout;
    private final Scheduler scheduler;
    private final OwnClock clock;

    CvmRole(KeyHttp http, URI metadata, Duration timeout, Scheduler scheduler) {
        this.http = http;
        this.directory = metadata.resolve(PATH);
        this.timeout = timeout;
        this.scheduler = scheduler;
        this.clock = new OwnClock(scheduler);
    }

    /**
     * Fetches keys, within the timeout.
     *
     * @param role the role, or null for the one that the machine names
     */
    Mono<Credentials> fetch(@Nullable String role) {
        return (role == null ? named() : Mono.just(role))
                .flatMap(this::keysOf)
                .timeout(timeout, scheduler)
                .onErrorMap(TimeoutException.class, late -> silent())
                .onErrorMap(error -> Failures.of("CVM role: " + directory + " cannot be reached", error));
    }

    private Mono<String> named() {
        return get("").map(answer -> {
            if (answer.status() == 404) {
                throw new CredentialsException("CVM role: no role is bound to this machine (" + directory + ")");
            }
            return body(answer, directory).lines().findFirst().orElse("").strip();
        });
    }

    private Mono<Credentials> keysOf(String role) {
        if (!ROLE.matcher(role).matches()) {
            return Mono.error(() -> new CredentialsException("CVM role: " + directory + " names no role"));
        }
        return get(role).map(answer -> {
            var where = "CVM role: " + directory.resolve(role);
            var fields = KeyJson.object(body(answer, directory.resolve(role)).getBytes(StandardCharsets.UTF_8), where);
            if (!"Success".equals(fields.get("Code"))) {
                throw new CredentialsException(where + " has no keys: its Code is not Success");
            }
            return clock.translated(KeyNames.STS.read(fields, where), answer);
        });
    }

    private Mono<HttpAnswer> get(String role) {
        var uri = directory.resolve(role);
        return http.send(new HttpCall("GET", uri, Map.of(), new byte[0]));
    }

    private static String body(HttpAnswer answer, URI uri) {
        if (answer.status() != 200) {
            throw new CredentialsException("CVM role: " + uri + " answered with HTTP " + answer.status());
        }
        return answer.text();
    }

    private CredentialsException silent() {
        return new CredentialsException("CVM role: " + directory + " did not answer within " + timeout.toMillis()
                + " ms, so this seems to be no CVM");
    }
}
