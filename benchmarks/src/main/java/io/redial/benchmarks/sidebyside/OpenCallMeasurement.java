package io.redial.benchmarks.sidebyside;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What calls take up that nobody answers, in a JVM of its own. */
final class OpenCallMeasurement {
    /** So many at a time, for the server to keep up with accepting connections. */
    private static final int BATCH_SIZE = 250;

    private static final int PAUSE_MILLIS = 20;
    private static final int MAX_WAIT_MILLIS = 60_000;

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final URI openAtServer;
    private final int connections;

    private final class PendingCallback implements Candidate.Callback {
        @Override
        public void onSuccess() {
            onFailure(new IllegalStateException("a call was answered that should not be"));
        }

        @Override
        public void onFailure(Throwable error) {
            failure.compareAndSet(null, error);
        }
    }

    private OpenCallMeasurement(URI openAtServer, int connections) {
        this.openAtServer = openAtServer;
        this.connections = connections;
    }

    /**
     * Prints one line.
     *
     * @param args the class that makes the contender, where nothing is answered, where it is told how many requests are
     *     open, how many connections there may be, how many calls to open
     */
    public static void main(String[] args) throws Exception {
        ChildLifecycle.exitWithParent();
        var connections = Integer.parseInt(args[3]);
        var calls = Integer.parseInt(args[4]);
        var contender = ThroughputMeasurement.loadFactory(args[0]).create(URI.create(args[1]), connections);
        var open = new OpenCallMeasurement(URI.create(args[2]), connections);
        open.open(contender, 0, 1);
        var heapAtOne = heap();
        var threadsAtOne = threads();
        open.open(contender, 1, calls);
        var heap = heap();
        System.out.println(new Footprint(calls, heap - heapAtOne, threadsAtOne, threads()).toLine());
        ChildLifecycle.exit();
    }

    private void open(Candidate contender, int from, int to) throws Exception {
        var answer = new PendingCallback();
        for (var i = from; i < to; i++) {
            contender.call(answer);
            if ((i + 1) % BATCH_SIZE == 0 || i + 1 == to) {
                awaitAtServer(Math.min(i + 1, connections));
            }
        }
        // Those that wait for a connection are at rest, too.
        Thread.sleep(1_000);
        check();
    }

    private void awaitAtServer(int expected) throws Exception {
        for (var waited = 0; openAtServer() < expected; waited += PAUSE_MILLIS) {
            check();
            if (waited > MAX_WAIT_MILLIS) {
                throw new IllegalStateException(openAtServer() + " requests are open instead of " + expected);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private int openAtServer() throws IOException {
        try (var in = openAtServer.toURL().openStream()) {
            return Integer.parseInt(new String(in.readAllBytes(), US_ASCII));
        }
    }

    private void check() {
        var error = failure.get();
        if (error != null) {
            throw new IllegalStateException("a call has ended: " + error, error);
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** What is left after collecting garbage, the softer references too. */
    private static long heap() throws InterruptedException {
        for (var i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
