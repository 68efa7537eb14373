package io.redial.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call whose answer is one page of a longer list.
 *
 * @param <O> the answer
 * @param <I> a row
 */
public interface PagedRequest<O extends ApiResponse, I> extends ApiRequest<O> {

    /** How the pages are counted. */
    Paging paging();

    /** The position asked for, or null when none was. */
    @Nullable
    Long requestedPosition();

    /** The page size asked for, or null when none was. */
    @Nullable
    Long requestedSize();

    /** The same request for another page. */
    PagedRequest<O, I> atPage(long position, long size);

    /** The same request with new rows first, where the action can be asked for that and this request names no order. */
    default PagedRequest<O, I> newestFirst() {
        return this;
    }

    /** The rows of an answer. */
    List<I> itemsOf(O response);

    /** What no other row has, or null when the row does not say, or the action knows nothing of the kind. */
    @Nullable
    default Object keyOf(I row) {
        return null;
    }

    /** How many rows an answer holds; where it holds several lists, the rows of the longest. */
    int rowsOf(O response);

    /** How many rows there are on all pages, or null when the answer does not say. */
    @Nullable
    Long totalOf(O response);
}
