package io.redial.reactive;

import io.redial.core.ApiResponse;
import io.redial.core.PagedRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One subscriber's way through the pages of a list. Its pages are read one after the other. */
final class Walk<O extends ApiResponse, I> {
    /** Going back takes two pages at a time, and can be needed again before the walk has come forward. */
    private static final int PAGES_REMEMBERED = 8;

    private static final int MOST_STALE_PAGES = 3;
    private static final long MOST_PAGES_OF_UNKNOWN = 100_000;

    private final PagedRequest<O, I> request;
    private final Function<PagedRequest<O, I>, Mono<O>> call;
    private final RecentKeys<I> keys;
    private Reach reach;
    private long furthest;
    private long pagesLeft = MOST_PAGES_OF_UNKNOWN;
    private int stalePages;
    private int lastRows;
    private boolean finished;

    Walk(PagedRequest<O, I> request, Function<PagedRequest<O, I>, Mono<O>> call) {
        var paging = request.paging();
        var requestedSize = request.requestedSize();
        var size = requestedSize == null ? Long.valueOf(paging.largestPage()) : requestedSize;
        if (size < 1) {
            throw new IllegalArgumentException("a page holds at least one row, not " + size);
        }
        var position = request.requestedPosition();
        this.request = request.newestFirst();
        this.call = call;
        this.keys = new RecentKeys<>(request::keyOf, PAGES_REMEMBERED * size);
        this.reach = Reach.from(position == null ? 0 : paging.rowsBefore(position, size), size, paging.keyed());
    }

    boolean finished() {
        return finished;
    }

    Mono<Page<I>> nextPage() {
        var stretch = reach.next();
        var position = request.paging().positionAfter(stretch.from(), stretch.size());
        return call.apply(request.atPage(position, stretch.size())).map(answer -> page(stretch, answer));
    }

    private Page<I> page(Reach.Stretch stretch, O answer) {
        var total = request.totalOf(answer);
        var rows = request.rowsOf(answer);
        var items = request.itemsOf(answer);
        if (reach.total() == null && total != null) {
            pagesLeft = 10 + 3 * (total / reach.size() + 1);
        }
        var before = reach;
        reach = before.after(stretch, rows, total);
        finished = reach.endsWith(stretch, rows);
        var fresh = keys.fresh(items);
        if (!finished) {
            checkProgress(
                    stretch,
                    Objects.equals(total, before.total()),
                    before.keyed() ? fresh.isEmpty() : sameAgain(items));
        }
        return new Page<>(fresh, counted(stretch.from()), counted(reach.known()), reach.size(), total);
    }

    /** In a list that changes, and where it goes back, a page may well bring nothing. */
    private void checkProgress(Reach.Stretch stretch, boolean unchanged, boolean nothingNew) {
        if (!nothingNew || !unchanged) {
            stalePages = 0;
        } else if (stretch.end() > furthest) {
            stalePages++;
        }
        furthest = Math.max(furthest, stretch.end());
        if (stalePages == MOST_STALE_PAGES || --pagesLeft == 0) {
            throw new IllegalStateException(request.action().name() + " does not come to an end: after position "
                    + counted(reach.known()) + " either the server answers the same page again and again, or the list"
                    + " changes faster than it is read; go on from there later, or ask for less with a filter");
        }
    }

    private boolean sameAgain(List<I> rows) {
        var last = lastRows;
        lastRows = rows.hashCode();
        return last == lastRows;
    }

    /** As a position, rounded down to a whole page. */
    private long counted(long rows) {
        return request.paging().positionAfter(rows - rows % reach.size(), reach.size());
    }
}
