package io.redial.reactive.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.error.CredentialsException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a provider says when it is asked, on a thread that must not be blocked. */
final class Asked {
    private Asked() {}

    static Credentials keys(CredentialsProvider provider) {
        return stage(provider).orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** The message of its refusal. */
    static String refusal(CredentialsProvider provider) {
        var error = stage(provider)
                .orTimeout(20, TimeUnit.SECONDS)
                .handle((keys, refused) -> refused instanceof CompletionException ? refused.getCause() : refused)
                .join();
        assertThat(error).isInstanceOf(CredentialsException.class).hasNoCause();
        return error.getMessage();
    }

    static URI address(MockWebServer server) {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private static CompletableFuture<Credentials> stage(CredentialsProvider provider) {
        return Mono.defer(() -> Mono.fromCompletionStage(provider.resolve()))
                .subscribeOn(Schedulers.parallel())
                .toFuture();
    }
}
