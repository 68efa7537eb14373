package io.redial.benchmarks.sidebyside;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Keeps a number of calls under way: each that ends begins the next. */
final class Load {
    private static final long LONGEST = SECONDS.toNanos(60);

    private final Contender contender;
    private final CountDownLatch lanes;
    private final Recorder times = new Recorder(LONGEST, 3);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean ending;

    private final class Lane implements Contender.Answer {
        private long began;

        void next() {
            began = System.nanoTime();
            contender.call(this);
        }

        @Override
        public void came() {
            times.recordValue(Math.min(LONGEST, System.nanoTime() - began));
            if (ending) {
                lanes.countDown();
                return;
            }
            try {
                next();
            } catch (RuntimeException e) {
                failed(e);
            }
        }

        @Override
        public void failed(Throwable error) {
            failure.compareAndSet(null, error);
            ending = true;
            lanes.countDown();
        }
    }

    private Load(Contender contender, int inFlight) {
        this.contender = contender;
        this.lanes = new CountDownLatch(inFlight);
    }

    static Load begin(Contender contender, int inFlight) {
        var load = new Load(contender, inFlight);
        for (var i = 0; i < inFlight; i++) {
            load.new Lane().next();
        }
        return load;
    }

    /** How long each call took that has ended since this was asked before, in nanoseconds. */
    Histogram times() {
        return times.getIntervalHistogram();
    }

    /** Lets the calls under way end and begins no more. */
    void end() throws InterruptedException {
        ending = true;
        if (!lanes.await(LONGEST, NANOSECONDS)) {
            throw new IllegalStateException(lanes.getCount() + " calls have not ended within a minute");
        }
        check();
    }

    /** Throws if a call has failed. */
    void check() {
        var error = failure.get();
        if (error != null) {
            throw new IllegalStateException("a call has failed: " + error, error);
        }
    }
}
