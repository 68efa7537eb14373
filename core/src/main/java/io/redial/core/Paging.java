package io.redial.core;

/**
 * How the pages of an action are counted.
 *
 * @param style what a position counts
 * @param largestPage the largest page that the document allows, or 100 where it names none
 */
public record Paging(Style style, int largestPage) {

    public Paging {
        if (largestPage < 1) {
            throw new IllegalArgumentException("a page holds at least one row, not " + largestPage);
        }
    }

    /** Where the list begins. */
    public long firstPosition() {
        return style == Style.OFFSET ? 0 : 1;
    }

    /** Where the page after this one begins. */
    public long next(long position, long size) {
        return style == Style.OFFSET ? position + size : position + 1;
    }

    /** What the position of a page counts. */
    public enum Style {
        /** Rows to skip, from 0. */
        OFFSET,
        /** Pages, from 1. */
        PAGE
    }
}
