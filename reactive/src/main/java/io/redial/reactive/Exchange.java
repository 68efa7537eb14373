package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.Action;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.RedialException;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TransportException;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** Sign, send, decode: one request for one answer. */
final class Exchange implements Stage {
    private final ClientConfig config;
    private final Transport transport;
    private final ServerClock serverClock;

    Exchange(ClientConfig config, Transport transport, ServerClock serverClock) {
        this.config = config;
        this.transport = transport;
        this.serverClock = serverClock;
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return Mono.defer(() -> {
            var time = timeLeft(call);
            return Mono.fromCompletionStage(config.credentials()::resolve)
                    .map(credentials -> sign(call, credentials))
                    .flatMap(http -> transport.send(call, http))
                    .timeout(time, tooLate(time), config.scheduler())
                    .onErrorMap(error -> !(error instanceof RedialException), error -> lost(call, error))
                    .map(answer -> decode(call, answer));
        });
    }

    private HttpCall sign(Call<?> call, Credentials credentials) {
        return config.protocol().encode(call.request(), call.target(), credentials, serverClock.now());
    }

    private <O extends ApiResponse> O decode(Call<O> call, HttpAnswer answer) {
        call.answered(now());
        serverClock.note(answer);
        Action<?, O> action = call.request().action();
        try {
            return config.protocol().decode(action, call.target(), answer);
        } catch (ServiceException refused) {
            if (refused.refusal() == Refusal.CLOCK) {
                throw serverClock
                        .correct(answer)
                        .map(difference -> refused.withAdvice(advice(difference)))
                        .orElse(refused);
            }
            throw refused;
        }
    }

    private static String advice(Duration difference) {
        return "the clock of this machine is " + difference.abs().toSeconds() + " s "
                + (difference.isNegative() ? "ahead of" : "behind") + " the server's: set it right";
    }

    private Duration timeLeft(Call<?> call) {
        var untilTheDeadline = Duration.ofNanos(Math.max(0, call.deadline() - now()));
        return untilTheDeadline.compareTo(config.attemptTimeout()) < 0 ? untilTheDeadline : config.attemptTimeout();
    }

    private static <T> Mono<T> tooLate(Duration time) {
        return Mono.error(() -> new TimeoutException("nothing within " + time.toMillis() + " ms"));
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
