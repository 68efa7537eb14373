package io.redial.emulator.instance;

/**
 * How an instance is backed up.
 *
 * @param mode the mode as the API writes it
 */
public record BackupPlan(String mode) implements Feature {
    /** What every instance begins with. */
    public static final BackupPlan USUAL = new BackupPlan("NormalLevelBackup");
}
