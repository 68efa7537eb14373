package io.redial.reactive;

import io.redial.core.ApiResponse;
import io.redial.core.PagedRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/** Gives the pages of a walk to one subscriber: each is asked for when the subscriber asks for it, and not before. */
final class Pages<O extends ApiResponse, I> {
    private static final int PARTS = 4;

    private final Walk<O, I> walk;
    private final FluxSink<Page<I>> sink;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicInteger signals = new AtomicInteger();
    private final Disposable.Swap reading = Disposables.swap();
    private volatile boolean busy;

    private Pages(Walk<O, I> walk, FluxSink<Page<I>> sink) {
        this.walk = walk;
        this.sink = sink;
    }

    static <O extends ApiResponse, I> Flux<Page<I>> of(
            PagedRequest<O, I> request, Function<PagedRequest<O, I>, Mono<O>> call) {
        return Flux.create(
                sink -> {
                    var pages = new Pages<>(new Walk<>(request, call), sink);
                    sink.onDispose(pages.reading).onRequest(pages::request);
                },
                FluxSink.OverflowStrategy.ERROR);
    }

    /** The rows of the pages, part by part, so that the next page is asked for when the last part of one has begun. */
    static <O extends ApiResponse, I> Flux<I> items(
            PagedRequest<O, I> request, Function<PagedRequest<O, I>, Mono<O>> call) {
        return of(request, call).concatMapIterable(Pages::parts, 1).concatMapIterable(part -> part, 1);
    }

    private static <I> List<List<I>> parts(Page<I> page) {
        var rows = page.items();
        return IntStream.range(0, PARTS)
                .mapToObj(part -> rows.subList(rows.size() * part / PARTS, rows.size() * (part + 1) / PARTS))
                .toList();
    }

    private void request(long pages) {
        wanted.accumulateAndGet(pages, Operators::addCap);
        readOn();
    }

    /** Signals that come while it looks round, from other threads or from below on the stack, make it look again. */
    private void readOn() {
        if (signals.getAndIncrement() != 0) {
            return;
        }
        var seen = 1;
        do {
            if (!busy && !walk.finished() && !sink.isCancelled() && wanted.get() > 0) {
                busy = true;
                wanted.decrementAndGet();
                read();
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    private void read() {
        reading.update(
                Mono.defer(walk::nextPage).contextWrite(sink.contextView()).subscribe(this::take, sink::error));
    }

    private void take(Page<I> page) {
        sink.next(page);
        if (walk.finished()) {
            sink.complete();
        }
        busy = false;
        readOn();
    }
}
