package io.redial.reactive;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.RedialException;
import io.redial.core.error.TransportException;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** Sign, send, decode: one request for one answer. */
final class Exchange implements Stage {
    private final ClientConfig config;
    private final Transport transport;

    Exchange(ClientConfig config, Transport transport) {
        this.config = config;
        this.transport = transport;
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return Mono.fromCompletionStage(config.credentials()::resolve)
                .map(credentials -> sign(call.request(), credentials))
                .flatMap(http -> transport.send(call, http))
                .timeout(config.attemptTimeout(), tooLate(), config.scheduler())
                .onErrorMap(error -> !(error instanceof RedialException), error -> lost(call, error))
                .map(answer -> decode(call, answer));
    }

    private HttpCall sign(ApiRequest<?> request, Credentials credentials) {
        // In milliseconds a scheduler tells the time of day; in nanoseconds it only counts on.
        var timeOfDay = Instant.ofEpochMilli(config.scheduler().now(MILLISECONDS));
        return config.protocol().encode(request, config.target(), credentials, timeOfDay);
    }

    private <O extends ApiResponse> O decode(Call<O> call, HttpAnswer answer) {
        call.answered(now());
        Action<?, O> action = call.request().action();
        return config.protocol().decode(action, call.target(), answer);
    }

    private <T> Mono<T> tooLate() {
        return Mono.error(() ->
                new TimeoutException("nothing within " + config.attemptTimeout().toMillis() + " ms"));
    }

    private static TransportException lost(Call<?> call, Throwable error) {
        return call.wasSent()
                ? TransportException.unanswered(call.site(), error)
                : TransportException.notSent(call.site(), error);
    }

    private long now() {
        return config.scheduler().now(NANOSECONDS);
    }
}
