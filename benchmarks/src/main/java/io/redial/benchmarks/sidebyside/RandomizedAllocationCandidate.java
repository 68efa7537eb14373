package io.redial.benchmarks.sidebyside;

import java.util.concurrent.ThreadLocalRandom;

/** Throws some bytes away before each call, now more, now fewer. */
final class RandomizedAllocationCandidate implements Candidate {
    private static final int MAX_GARBAGE_BYTES = 6_000;

    private final Candidate delegate;

    /** Seen by others, so that the compiler cannot leave the bytes out. */
    volatile byte[] garbage = {};

    RandomizedAllocationCandidate(Candidate contender) {
        this.delegate = contender;
    }

    @Override
    public void call(Callback answer) {
        garbage = new byte[ThreadLocalRandom.current().nextInt(MAX_GARBAGE_BYTES)];
        delegate.call(answer);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
