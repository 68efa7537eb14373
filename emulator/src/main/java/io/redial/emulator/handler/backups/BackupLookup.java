package io.redial.emulator.handler.backups;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
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
    public static Optional<InstanceBackup> find(String id, EmulatedInstance instance, Cloud cloud) {
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
    public static Optional<InstanceBackup> findAt(long time, EmulatedInstance instance, Cloud cloud) {
        return SecondLevelBackups.findAt(time, instance, cloud.now());
    }

    /** The backup that a call names; the call is refused if there is none. */
    static InstanceBackup require(ActionRequest call, EmulatedInstance instance, Cloud cloud) {
        return find(call.requiredText("BackupId"), instance, cloud).orElseThrow(() -> notFoundError(call));
    }

    private static ApiError notFoundError(ActionRequest call) {
        return call.error(
                "No backup of this instance exists with the given BackupId in this region; DescribeInstanceBackups lists"
                        + " them.",
                "InvalidParameterValue.BackupNotExists");
    }

    private static Optional<InstanceBackup> find(long number, long started, EmulatedInstance instance, Cloud cloud) {
        var now = cloud.now();
        if (number == SecondLevelBackups.NUMBER) {
            return SecondLevelBackups.findAt(started, instance, now);
        }
        if (number == AutomaticBackups.NUMBER) {
            return automatic(started, instance, now).stream().findAny();
        }
        return cloud.backup(number)
                .filter(backup ->
                        !backup.isFailedAt(now) && backup.task().instance().id().equals(instance.id()))
                .map(backup -> InstanceBackup.of(backup, instance));
    }

    private static List<InstanceBackup> automatic(long started, EmulatedInstance instance, long now) {
        var found = new ArrayList<InstanceBackup>();
        AutomaticBackups.of(instance, now).forEachOnDay(AutomaticBackups.dayOf(started), backup -> {
            if (backup.started() == started) {
                found.add(backup);
            }
        });
        return found;
    }
}
