package io.redial.reactive;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait, in two lanes. Interactive calls go first; while both lanes are taken, each fifth turn is for the bulk
 * lane, so that it never stands still. Not thread-safe.
 */
final class Lanes {
    private static final int INTERACTIVE_TURNS = 4;

    private final WaiterList interactive = new WaiterList();
    private final WaiterList bulk = new WaiterList();
    private int turnsWhileBulkWaited;

    int size() {
        return interactive.size() + bulk.size();
    }

    /** How many are served before one who comes now. */
    int ahead(Lane lane) {
        return lane == Lane.BULK
                ? size()
                : interactive.size() + Math.min(bulk.size(), interactive.size() / INTERACTIVE_TURNS);
    }

    void add(Waiter waiter) {
        list(waiter).add(waiter);
    }

    void remove(Waiter waiter) {
        list(waiter).remove(waiter);
    }

    /** Whose turn it is. */
    @Nullable
    Waiter first() {
        var isBulkTurn = interactive.size() == 0 || (bulk.size() > 0 && turnsWhileBulkWaited >= INTERACTIVE_TURNS);
        return isBulkTurn ? bulk.first() : interactive.first();
    }

    /** Takes out the one whose turn it was. */
    void served(Waiter waiter) {
        remove(waiter);
        turnsWhileBulkWaited = waiter.lane() == Lane.INTERACTIVE && bulk.size() > 0 ? turnsWhileBulkWaited + 1 : 0;
    }

    void removeIf(Predicate<Waiter> condition, Consumer<Waiter> farewell) {
        interactive.removeIf(condition, farewell);
        bulk.removeIf(condition, farewell);
    }

    private WaiterList list(Waiter waiter) {
        return waiter.lane() == Lane.BULK ? bulk : interactive;
    }
}
