package io.redial.emulator.handler.backups;

import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.EmulatedInstance;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What an instance held in each second of the last seven days, if its backup mode is for that. */
final class SecondLevelBackups {
    static final int DAYS = 7;

    /** No task has this number, and no automatic backup. */
    static final long NUMBER = 2_000_000_000;

    private static final long DURATION = TimeUnit.DAYS.toMillis(DAYS);

    private SecondLevelBackups() {}

    /** Whether that time, in milliseconds since 1970, is one of the last seven days. */
    static boolean isRecent(long time, long now) {
        return now - DURATION < time && time <= now;
    }

    /** The first moment of the last seven days, in milliseconds since 1970. */
    static long windowStart(long now) {
        return now - DURATION;
    }

    /** The backup of that moment; empty if there is none. */
    static Optional<InstanceBackup> findAt(long time, EmulatedInstance instance, long now) {
        var state = instance.stateAt(now);
        var plan = state.feature(BackupPlan.DEFAULT);
        var second = time / 1000 * 1000;
        return plan.isSecondLevel() && isRecent(second, now) && second >= plan.since() / 1000 * 1000
                ? Optional.of(new InstanceBackup(instance, state, false, NUMBER, "", second, second, DAYS))
                : Optional.empty();
    }
}
