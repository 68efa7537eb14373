package io.redial.reactive;

import io.redial.core.ApiResponse;
import io.redial.core.PagedRequest;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of a paged action, page by page, as they are asked for. */
final class Pages {
    private Pages() {}

    static <O extends ApiResponse, I> Flux<I> items(
            PagedRequest<O, I> request, Function<PagedRequest<O, I>, Mono<O>> call) {
        var paging = request.paging();
        var requestedSize = request.requestedSize();
        var size = requestedSize == null ? paging.largestPage() : requestedSize;
        var requestedPosition = request.requestedPosition();
        var first = requestedPosition == null ? paging.firstPosition() : requestedPosition;
        return Flux.<Long, Long>generate(() -> first, (position, sink) -> {
                    sink.next(position);
                    return paging.next(position, size);
                })
                .concatMap(position -> call.apply(request.atPage(position, size)), 1)
                .takeUntil(page -> request.rowsOf(page) < size)
                .concatMapIterable(request::itemsOf, 1);
    }
}
