package io.redial.reactive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as {@link TencentRedis#pages} gives it.
 *
 * @param items the rows that had not come before; a page of rows that all came before is empty
 * @param position where this page began, counted as the action counts: rows to skip, or pages from 1
 * @param next the position to go on from, for a new request: {@code request.atPage(page.next(), page.size())}
 * @param size the page size that both positions count with
 * @param total how many rows the list had when this page was read, or null when the answer did not say
 * @param <I> a row
 */
public record Page<I>(
        List<I> items,
        long position,
        long next,
        long size,
        @Nullable Long total) {

    public Page {
        items = List.copyOf(items);
    }
}
