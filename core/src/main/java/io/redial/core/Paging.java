package io.redial.core;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of an action are counted.
 *
 * @param style what a position counts
 * @param largestPage the largest page that the document allows, or 100 where it names none
 * @param keyed whether rows have a key that tells them apart, see {@link PagedRequest#keyOf}
 */
public record Paging(Style style, int largestPage, boolean keyed) {

    public Paging {
        if (largestPage < 1) {
            throw new IllegalArgumentException("a page holds at least one row, not " + largestPage);
        }
    }

    /** How many rows lie before a position. */
    public long rowsBefore(long position, long size) {
        return style == Style.OFFSET ? position : Math.multiplyExact(position - 1, size);
    }

    /** The position of the page that begins after that many rows. */
    public long positionAfter(long rows, long size) {
        return style == Style.OFFSET ? rows : rows / size + 1;
    }

    /** The largest of several counts; null when none of them was answered. */
    public static @Nullable Long largest(@Nullable Long... counts) {
        return Stream.of(counts).filter(Objects::nonNull).max(Long::compare).orElse(null);
    }

    /** What the position of a page counts. */
    public enum Style {
        /** Rows to skip, from 0. */
        OFFSET,
        /** Pages, from 1. */
        PAGE
    }
}
