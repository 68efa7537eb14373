package io.redial.emulator;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something is as it should be, for ten seconds at most. */
final class Await {
    private static final long TIMEOUT_NANOS = 10_000_000_000L;

    private Await() {}

    static <T> T until(Supplier<T> look, Predicate<T> wanted) {
        var start = System.nanoTime();
        while (true) {
            var seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() - start > TIMEOUT_NANOS) {
                throw new AssertionError("still " + seen);
            }
            Thread.onSpinWait();
        }
    }
}
