package io.redial.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of an action are asked for.
 *
 * @param style what the position counts
 * @param position the input field that says where the page begins
 * @param size the input field that says how many rows it holds
 * @param maxSize the largest page that the document allows, or null when it names none
 * @param items the output field with the rows; for the one action that answers several lists, all of them
 * @param total the output field that counts all rows, or null
 */
public record PagingSpec(
        Style style,
        String position,
        String size,
        @Nullable Integer maxSize,
        List<String> items,
        @Nullable String total) {

    public PagingSpec {
        items = List.copyOf(items);
    }

    /** What the position of a page counts. */
    public enum Style {
        /** Rows to skip, from 0. */
        OFFSET,
        /** Pages, from 1. */
        PAGE
    }
}
