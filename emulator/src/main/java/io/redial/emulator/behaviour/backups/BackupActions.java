package io.redial.emulator.behaviour.backups;

import io.redial.emulator.behaviour.Behaviour;
import java.util.Map;

/** The actions on backups. */
public final class BackupActions {
    private BackupActions() {}

    /** What each of them does. */
    public static Map<String, Behaviour> all() {
        return Map.of(
                "ManualBackupInstance", new ManualBackupInstance(),
                "DescribeInstanceBackups", new DescribeInstanceBackups(),
                "DescribeBackupUrl", new DescribeBackupUrl());
    }
}
