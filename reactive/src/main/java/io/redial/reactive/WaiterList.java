package io.redial.reactive;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A queue from whose middle a waiter can leave at once. Not thread-safe. */
final class WaiterList {
    private @Nullable Waiter first;
    private @Nullable Waiter last;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Waiter first() {
        return first;
    }

    void add(Waiter waiter) {
        waiter.listed = true;
        waiter.previous = last;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
        size++;
    }

    /** Takes it out, if it is in. */
    void remove(Waiter waiter) {
        if (!waiter.listed) {
            return;
        }
        var before = waiter.previous;
        var after = waiter.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        waiter.previous = null;
        waiter.next = null;
        waiter.listed = false;
        size--;
    }

    void removeIf(Predicate<Waiter> condition, Consumer<Waiter> farewell) {
        var waiter = first;
        while (waiter != null) {
            var after = waiter.next;
            if (condition.test(waiter)) {
                remove(waiter);
                farewell.accept(waiter);
            }
            waiter = after;
        }
    }
}
