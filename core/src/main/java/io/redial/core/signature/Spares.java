package io.redial.core.signature;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what takes long to make until it is used again. A thread usually gets back what it gave; there are never more than a few
 * for each processor, however many threads there are, virtual ones among them, and nobody waits.
 *
 * @param <T> what is kept; used by one thread at a time
 */
final class Spares<T> {
    private static final int PLACES =
            2 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors());

    /** Places lie so far apart that processors do not take each other's from their caches. */
    private static final int APART = 16;

    private final AtomicReferenceArray<@Nullable T> kept = new AtomicReferenceArray<>(PLACES * APART);
    private final Supplier<T> making;

    Spares(Supplier<T> making) {
        this.making = making;
    }

    /** One that nobody else uses. */
    T take() {
        var spare = kept.getAndSet(place(), null);
        return spare == null ? making.get() : spare;
    }

    /** Keeps one for later, in the place of what may be there. */
    void giveBack(T spare) {
        kept.setRelease(place(), spare);
    }

    private static int place() {
        return (int) (Thread.currentThread().getId() & (PLACES - 1)) * APART;
    }
}
