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

    /** The rows of an answer. */
    List<I> itemsOf(O response);

    /** How many rows an answer holds: fewer than were asked for means that it is the last page. */
    int rowsOf(O response);

    /** How many rows there are on all pages, or null when the answer does not say. */
    @Nullable
    Long totalOf(O response);
}
