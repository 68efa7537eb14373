package io.redial.reactive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows that came before from those that did not, by the keys of the rows seen last.
 *
 * @param <I> a row
 */
final class RecentKeys<I> {
    private final Function<I, @Nullable Object> keyOf;
    private final long capacity;
    private final Set<Object> keys = new LinkedHashSet<>();

    RecentKeys(Function<I, @Nullable Object> keyOf, long capacity) {
        this.keyOf = keyOf;
        this.capacity = capacity;
    }

    /** Those of the rows that are new; rows without a key always are. */
    List<I> fresh(List<I> rows) {
        var fresh = new ArrayList<I>(rows.size());
        for (var row : rows) {
            var key = keyOf.apply(row);
            if (key == null) {
                fresh.add(row);
                continue;
            }
            // Out and in again: a row that is seen counts as recent
            if (!keys.remove(key)) {
                fresh.add(row);
            }
            keys.add(key);
        }
        var oldest = keys.iterator();
        for (var surplus = keys.size() - capacity; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
        return fresh;
    }
}
