package io.redial.emulator;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something is as it should be, for ten seconds at most. */
final class Deadline {
    private static final long NANOS = 10_000_000_000L;

    private Deadline() {}

    static <T> T poll(Supplier<T> look, Predicate<T> wanted) {
        var start = System.nanoTime();
        while (true) {
            var seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() - start > NANOS) {
                throw new AssertionError("still " + seen);
            }
            Thread.onSpinWait();
        }
    }
}
