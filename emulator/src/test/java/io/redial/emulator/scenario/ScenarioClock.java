package io.redial.emulator.scenario;

import io.redial.emulator.EmulatorClock;
import io.redial.emulator.ManualClock;
import java.time.Duration;
import java.time.Instant;

/** Stands still until the story goes on. Only signatures go by the real time, since the SDK signs with no other. */
final class ScenarioClock implements EmulatorClock {
    private final ManualClock manualClock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));

    @Override
    public long nanos() {
        return manualClock.nanos();
    }

    @Override
    public long signingMillis() {
        return EmulatorClock.system().millis();
    }

    @Override
    public Timer schedule(Duration delay, Runnable action) {
        return manualClock.schedule(delay, action);
    }

    void advance(Duration step) {
        manualClock.advance(step);
    }
}
