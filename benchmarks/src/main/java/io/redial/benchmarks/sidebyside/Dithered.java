package io.redial.benchmarks.sidebyside;

import java.util.concurrent.ThreadLocalRandom;

/** Throws some bytes away before each call, now more, now fewer. */
final class Dithered implements Contender {
    private static final int MOST = 6_000;

    private final Contender contender;

    /** Seen by others, so that the compiler cannot leave the bytes out. */
    volatile byte[] waste = {};

    Dithered(Contender contender) {
        this.contender = contender;
    }

    @Override
    public void call(Answer answer) {
        waste = new byte[ThreadLocalRandom.current().nextInt(MOST)];
        contender.call(answer);
    }

    @Override
    public void close() {
        contender.close();
    }
}
