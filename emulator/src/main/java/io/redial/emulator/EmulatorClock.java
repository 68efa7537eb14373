package io.redial.emulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The time that the cloud goes by. All methods may be called by any thread and none of them waits. */
public interface EmulatorClock {

    /** Nanoseconds since 1970-01-01 00:00 UTC; never goes back. */
    long nanos();

    /** Milliseconds since 1970-01-01 00:00 UTC; never goes back. */
    default long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos());
    }

    /**
     * Milliseconds since 1970-01-01 00:00 UTC in the time that callers live in. They sign requests with it and set their
     * clocks by the header {@code Date}. Another time than {@link #millis()} only for a clock that runs at another speed.
     */
    default long signingMillis() {
        return millis();
    }

    /**
     * Runs something later, once.
     *
     * @param delay how much later, not negative
     * @param action what to run; it must not wait
     * @return calls it off
     */
    Timer schedule(Duration delay, Runnable action);

    /** The real time. */
    static EmulatorClock system() {
        return systemWithOffset(Duration.ZERO);
    }

    /**
     * The real time with a constant error, which is what a client with a wrong clock sees.
     *
     * @param ahead how far it is ahead of the computer's clock; negative when it is behind
     */
    static EmulatorClock systemWithOffset(Duration ahead) {
        return new SystemClock(ahead);
    }

    /** The real time at first, whose speed can be changed at any time. */
    static AdjustableClock adjustable() {
        return new AdjustableClock(system());
    }

    /** Something that has not run yet. */
    @FunctionalInterface
    interface Timer {
        /** Calls it off; does nothing when it has run. */
        void cancel();
    }
}
