package io.redial.reactive.follow;

import static java.util.stream.Collectors.groupingBy;

import io.redial.core.error.RedialException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Looks things up for all who watch them, as many in one call as the API allows, round after round while anybody does.
 *
 * @param <K> what is looked up
 * @param <S> what is found
 */
final class Poller<K, S> {
    private static final int CONCURRENT_CALLS = 8;

    private final Function<List<K>, Mono<Map<K, S>>> lookUp;
    private final int batch;
    private final Duration interval;
    private final Scheduler scheduler;
    private final Set<Watch<K, S>> watches = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean polling = new AtomicBoolean();

    private record Watch<K, S>(K key, FluxSink<S> sink) {}

    /**
     * A poller at rest.
     *
     * @param lookUp looks up some keys in one call; a key that the answer lacks is asked for again in the next round
     * @param batch how many keys fit into one call
     * @param interval how long to rest between two rounds
     */
    Poller(Function<List<K>, Mono<Map<K, S>>> lookUp, int batch, Duration interval, Scheduler scheduler) {
        this.lookUp = lookUp;
        this.batch = batch;
        this.interval = interval;
        this.scheduler = scheduler;
    }

    /** What is found under the key in each round, until cancelled. Someone slow sees the latest. */
    Flux<S> watch(K key) {
        return Flux.create(
                sink -> {
                    var watch = new Watch<>(key, sink);
                    watches.add(watch);
                    sink.onDispose(() -> watches.remove(watch));
                    startPolling();
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private void startPolling() {
        if (polling.compareAndSet(false, true)) {
            Mono.delay(interval, scheduler)
                    .then(Mono.defer(this::round))
                    .repeat(() -> !watches.isEmpty())
                    .doFinally(signal -> stopPolling())
                    .subscribe();
        }
    }

    private void stopPolling() {
        polling.set(false);
        // Somebody may have come between the last look and now.
        if (!watches.isEmpty()) {
            startPolling();
        }
    }

    private Mono<Void> round() {
        var byKey = watches.stream().collect(groupingBy(Watch::key));
        return Flux.fromIterable(byKey.keySet())
                .buffer(batch)
                .flatMap(keys -> lookUp(keys, byKey), CONCURRENT_CALLS)
                .then();
    }

    private Mono<Void> lookUp(List<K> keys, Map<K, List<Watch<K, S>>> byKey) {
        return lookUp.apply(keys)
                .doOnNext(found -> found.forEach((key, state) -> tell(byKey, key, sink -> sink.next(state))))
                .onErrorResume(error -> {
                    // What may pass is asked again in the next round; what cannot is told to those who wait for it.
                    if (!(error instanceof RedialException failure && failure.retryable())) {
                        keys.forEach(key -> tell(byKey, key, sink -> sink.error(error)));
                    }
                    return Mono.empty();
                })
                .then();
    }

    private void tell(Map<K, List<Watch<K, S>>> byKey, K key, Consumer<FluxSink<S>> news) {
        byKey.getOrDefault(key, List.of()).forEach(watch -> news.accept(watch.sink()));
    }
}
