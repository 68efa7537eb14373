package io.redial.benchmarks.sidebyside;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Keeps a number of calls under way: each that ends begins the next. */
final class LoadGenerator {
    private static final long MAX_CALL_NANOS = SECONDS.toNanos(60);

    private final Candidate candidate;
    private final CountDownLatch runningLoops;
    private final Recorder recorder = new Recorder(MAX_CALL_NANOS, 3);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopping;

    private final class CallLoop implements Candidate.Callback {
        private long startNanos;

        void startCall() {
            startNanos = System.nanoTime();
            candidate.call(this);
        }

        @Override
        public void onSuccess() {
            recorder.recordValue(Math.min(MAX_CALL_NANOS, System.nanoTime() - startNanos));
            if (stopping) {
                runningLoops.countDown();
                return;
            }
            try {
                startCall();
            } catch (RuntimeException e) {
                onFailure(e);
            }
        }

        @Override
        public void onFailure(Throwable error) {
            failure.compareAndSet(null, error);
            stopping = true;
            runningLoops.countDown();
        }
    }

    private LoadGenerator(Candidate contender, int inFlight) {
        this.candidate = contender;
        this.runningLoops = new CountDownLatch(inFlight);
    }

    static LoadGenerator start(Candidate contender, int inFlight) {
        var load = new LoadGenerator(contender, inFlight);
        for (var i = 0; i < inFlight; i++) {
            load.new CallLoop().startCall();
        }
        return load;
    }

    /** How long each call took that has ended since this was asked before, in nanoseconds. */
    Histogram drainHistogram() {
        return recorder.getIntervalHistogram();
    }

    /** Lets the calls under way end and begins no more. */
    void stop() throws InterruptedException {
        stopping = true;
        if (!runningLoops.await(MAX_CALL_NANOS, NANOSECONDS)) {
            throw new IllegalStateException(runningLoops.getCount() + " calls have not ended within a minute");
        }
        throwIfFailed();
    }

    /** Throws if a call has failed. */
    void throwIfFailed() {
        var error = failure.get();
        if (error != null) {
            throw new IllegalStateException("a call has failed: " + error, error);
        }
    }
}
