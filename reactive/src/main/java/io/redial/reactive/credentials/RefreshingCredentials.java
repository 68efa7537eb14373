package io.redial.reactive.credentials;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.error.CredentialsException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps keys and fetches others before they end, once for all who ask meanwhile. It has no timer: a call that comes when
 * others are due starts the fetching, and is itself signed with the old ones as long as they are good.
 */
final class RefreshingCredentials implements CredentialsProvider {
    /** Sources have limits of their own; this one is for those that were brought along. */
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(30);

    private final Mono<Credentials> source;
    private final Scheduler clock;
    private final AtomicReference<Standing> standing = new AtomicReference<>(Standing.NOTHING);

    RefreshingCredentials(Mono<Credentials> source, Scheduler clock) {
        this.source = source.switchIfEmpty(Mono.error(() -> new CredentialsException("the source of keys gave none")))
                .timeout(LONGEST_FETCH, clock);
        this.clock = clock;
    }

    @Override
    public CompletionStage<Credentials> resolve() {
        while (true) {
            var present = Objects.requireNonNull(standing.get());
            var now = now();
            if (!present.due(now)) {
                return answer(present, now);
            }
            var refresh = new CompletableFuture<Credentials>();
            var refreshing = present.refreshing(refresh);
            if (standing.compareAndSet(present, refreshing)) {
                source.subscribe(keys -> fetched(refresh, keys), error -> failed(refresh, Failures.known(error)));
                return answer(refreshing, now);
            }
        }
    }

    /** Copies of the one future: a caller who cancels takes only itself out. */
    private static CompletionStage<Credentials> answer(Standing present, long now) {
        var keys = present.keys();
        if (keys != null && present.usable(now)) {
            return CompletableFuture.completedStage(keys);
        }
        var refresh = present.refresh();
        return refresh == null ? CompletableFuture.failedStage(present.failure()) : refresh.copy();
    }

    private void fetched(CompletableFuture<Credentials> refresh, Credentials keys) {
        var now = now();
        var fresh = Standing.fetched(keys, now);
        if (!fresh.usable(now)) {
            failed(refresh, new CredentialsException("the keys that were fetched have expired at " + keys.expires()));
            return;
        }
        standing.set(fresh);
        refresh.complete(keys);
    }

    private void failed(CompletableFuture<Credentials> refresh, CredentialsException error) {
        standing.updateAndGet(present -> present.failed(error, now()));
        refresh.completeExceptionally(error);
    }

    private long now() {
        return clock.now(MILLISECONDS);
    }
}
