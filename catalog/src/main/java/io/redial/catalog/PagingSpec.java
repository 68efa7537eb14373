package io.redial.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of an action are asked for.
 *
 * @param style what the position counts
 * @param position the input field that says where the page begins
 * @param size the input field that says how many rows it holds
 * @param maxSize the largest page that the document allows, or null when it names none
 * @param items the output field with the rows; for the one action that answers several lists, all of them
 * @param key the field of a row that no other row shares, or null when there is none
 * @param order the input fields, with their values, that put new rows first, for a caller who asks for no order; or empty
 * @param totals the output fields that count all rows, one for each list whose rows the answer counts; or empty
 */
public record PagingSpec(
        Style style,
        String position,
        String size,
        @Nullable Integer maxSize,
        List<String> items,
        @Nullable String key,
        Map<String, Object> order,
        List<String> totals) {

    public PagingSpec {
        items = List.copyOf(items);
        order = Collections.unmodifiableMap(new LinkedHashMap<>(order));
        totals = List.copyOf(totals);
    }

    /** What the position of a page counts. */
    public enum Style {
        /** Rows to skip, from 0. */
        OFFSET,
        /** Pages, from 1. */
        PAGE
    }
}
