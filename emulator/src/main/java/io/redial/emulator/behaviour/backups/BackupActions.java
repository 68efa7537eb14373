package io.redial.emulator.behaviour.backups;

import static java.util.Map.entry;

import io.redial.emulator.behaviour.Behaviour;
import java.util.Map;

/**
 * The actions on backups. Lists, states, types, what is kept how long, and the refusals are as documented. Made up are:
 * the sizes of files, which follow the data of the instance; the addresses, which lead nowhere; the hour at which an
 * untouched instance is backed up; and that automatic backups have no task, lock nothing and are gone once they expire.
 */
public final class BackupActions {
    private BackupActions() {}

    /** What each of them does. */
    public static Map<String, Behaviour> all() {
        return Map.ofEntries(
                entry("ManualBackupInstance", new ManualBackupInstance()),
                entry("DescribeInstanceBackups", new DescribeInstanceBackups()),
                entry("DescribeBackupDetail", new DescribeBackupDetail()),
                entry("DescribeBackupUrl", new DescribeBackupUrl()),
                entry("DescribeBackupDownloadRestriction", Restrictions::describe),
                entry("ModifyBackupDownloadRestriction", Restrictions::modify),
                entry("RestoreInstance", new RestoreInstance()),
                entry("DescribeAutoBackupConfig", BackupPlans::describe),
                entry("ModifyAutoBackupConfig", BackupPlans::modify),
                entry("ModifyInstanceBackupMode", BackupPlans::mode),
                entry("DescribeSecondLevelBackupInfo", new DescribeSecondLevelBackupInfo()));
    }
}
