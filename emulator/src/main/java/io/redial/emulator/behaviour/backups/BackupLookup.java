package io.redial.emulator.behaviour.backups;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds backups by their ids. */
public final class BackupLookup {
    private static final Pattern ID = Pattern.compile("(\\d{9})-(\\d{1,10})-(\\d{1,11})");

    private BackupLookup() {}

    /**
     * The backup of an instance with that id, of whatever kind and in whatever state; empty if there is none, or if it
     * is of another instance.
     */
    public static Optional<KnownBackup> find(String id, Instance instance, Cloud cloud) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return find(Long.parseLong(parts.group(2)), 1000 * Long.parseLong(parts.group(3)), instance, cloud)
                .filter(found -> found.id().equals(id));
    }

    /**
     * What an instance with second-level backup held at that time, in milliseconds since 1970; empty if that is more
     * than seven days ago, in the future, or before that mode was chosen, or if the instance is not in that mode.
     */
    public static Optional<KnownBackup> at(long time, Instance instance, Cloud cloud) {
        return SecondLevelBackups.at(time, instance, cloud.now());
    }

    /** The backup that a call names; the call is refused if there is none. */
    static KnownBackup named(Call call, Instance instance, Cloud cloud) {
        return find(call.requiredText("BackupId"), instance, cloud).orElseThrow(() -> unknown(call));
    }

    private static Refusal unknown(Call call) {
        return call.refusal(
                "No backup of this instance exists with the given BackupId in this region; DescribeInstanceBackups lists"
                        + " them.",
                "InvalidParameterValue.BackupNotExists");
    }

    private static Optional<KnownBackup> find(long number, long started, Instance instance, Cloud cloud) {
        var now = cloud.now();
        if (number == SecondLevelBackups.NUMBER) {
            return SecondLevelBackups.at(started, instance, now);
        }
        if (number == AutomaticBackups.NUMBER) {
            return automatic(started, instance, now).stream().findAny();
        }
        return cloud.backup(number)
                .filter(backup ->
                        !backup.isLostAt(now) && backup.task().instance().id().equals(instance.id()))
                .map(backup -> KnownBackup.of(backup, instance));
    }

    private static List<KnownBackup> automatic(long started, Instance instance, long now) {
        var found = new ArrayList<KnownBackup>();
        AutomaticBackups.of(instance, now).on(AutomaticBackups.day(started), backup -> {
            if (backup.started() == started) {
                found.add(backup);
            }
        });
        return found;
    }
}
