package io.redial.emulator.handler.backups;

import static java.util.Map.entry;

import io.redial.emulator.handler.ActionHandler;
import java.util.Map;

/**
 * The actions on backups. Lists, states, types, what is kept how long, and the refusals are as documented. Made up are:
 * the sizes of files, which follow the data of the instance; the addresses, which lead nowhere; the hour at which an
 * untouched instance is backed up; and that automatic backups have no task, lock nothing and are gone once they expire.
 */
public final class BackupActions {
    private BackupActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.ofEntries(
                entry("ManualBackupInstance", new ManualBackupInstance()),
                entry("DescribeInstanceBackups", new DescribeInstanceBackups()),
                entry("DescribeBackupDetail", new DescribeBackupDetail()),
                entry("DescribeBackupUrl", new DescribeBackupUrl()),
                entry("DescribeBackupDownloadRestriction", DownloadRestrictionActions::describe),
                entry("ModifyBackupDownloadRestriction", DownloadRestrictionActions::modify),
                entry("RestoreInstance", new RestoreInstance()),
                entry("DescribeAutoBackupConfig", BackupPlanActions::describe),
                entry("ModifyAutoBackupConfig", BackupPlanActions::modify),
                entry("ModifyInstanceBackupMode", BackupPlanActions::modifyMode),
                entry("DescribeSecondLevelBackupInfo", new DescribeSecondLevelBackupInfo()));
    }
}
