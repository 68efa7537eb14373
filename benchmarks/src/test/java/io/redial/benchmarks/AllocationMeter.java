package io.redial.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What an operation allocates, once it is compiled. */
public final class AllocationMeter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ITERATIONS = 1000;
    private static final int MAX_ROUNDS = 300;
    private static final int MIN_ROUNDS = 20;

    /** Keeps results alive, so that nothing is optimised away. */
    @SuppressWarnings("unused")
    private static volatile @Nullable Object result;

    private AllocationMeter() {}

    /**
     * The bytes that one operation allocates, by the best of many rounds. Nobody knows when the compiler is ready: as long as it is
     * more than enough there is another round, up to a bound.
     */
    public static long measure(Callable<?> operation, long enough) {
        var least = Long.MAX_VALUE;
        for (var round = 0; round < MIN_ROUNDS || (least > enough && round < MAX_ROUNDS); round++) {
            least = Math.min(least, round(operation));
        }
        return least;
    }

    private static long round(Callable<?> operation) {
        try {
            var before = THREADS.getCurrentThreadAllocatedBytes();
            for (var i = 0; i < ITERATIONS; i++) {
                result = operation.call();
            }
            return (THREADS.getCurrentThreadAllocatedBytes() - before) / ITERATIONS;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
