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
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Sign, send, decode: one request for one answer. */
final class Exchange implements Stage {
    private final ClientConfig config;
    private final Transport transport;
    private final ServerClock serverClock;
    private final Deadlines deadlines;

    Exchange(ClientConfig config, Transport transport, ServerClock serverClock) {
        this.config = config;
        this.transport = transport;
        this.serverClock = serverClock;
        this.deadlines = new Deadlines(config.scheduler(), config.attemptTimeout());
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return new Answered<>(this, call);
    }

    /** The answer to a call, which is sent anew for each subscriber. */
    private static final class Answered<O extends ApiResponse> extends Mono<O> {
        private final Exchange exchange;
        private final Call<O> call;

        Answered(Exchange exchange, Call<O> call) {
            this.exchange = exchange;
            this.call = call;
        }

        @Override
        public void subscribe(CoreSubscriber<? super O> actual) {
            actual.onSubscribe(new Attempt<>(exchange, call, actual));
        }
    }

    Deadlines deadlines() {
        return deadlines;
    }

    Transport transport() {
        return transport;
    }

    CompletionStage<Credentials> credentials() {
        return config.credentials().resolve();
    }

    /** Keys that are there already, as nearly always, or null; they need no operators to wait for them. */
    static @Nullable Credentials present(CompletionStage<Credentials> keys) {
        if (keys instanceof CompletableFuture<Credentials> given) {
            // A completedStage() is a future too, but one that can only be asked through another.
            var future = given.toCompletableFuture();
            return future.isCompletedExceptionally() ? null : future.getNow(null);
        }
        return null;
    }

    @Nullable
    URI address(Call<?> call) {
        return config.protocol().address(call.target());
    }

    HttpCall sign(Call<?> call, Credentials credentials) {
        return config.protocol().encode(call.request(), call.target(), credentials, serverClock.now());
    }

    <O extends ApiResponse> O decode(Call<O> call, HttpAnswer answer) {
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

    /** An error that tells which call it is about. */
    static Throwable known(Call<?> call, Throwable error) {
        return error instanceof RedialException ? error : lost(call, error);
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
