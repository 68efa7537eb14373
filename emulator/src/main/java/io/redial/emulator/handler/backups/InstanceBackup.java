package io.redial.emulator.handler.backups;

import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.ManualBackup;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.SizeHistory;
import java.util.concurrent.TimeUnit;

/**
 * A backup of whatever kind. Times are in milliseconds since 1970.
 *
 * @param instance the instance that it is of, as it is now
 * @param state a state of the instance that tells what it held when the backup began
 * @param manual whether somebody asked for it
 * @param number its number among the backups of its instance that began in the same second
 * @param remark the note of whoever asked for it, else empty
 * @param started when it began
 * @param ends when it was or will be made
 * @param retentionDays how long it is kept after it began
 */
public record InstanceBackup(
        EmulatedInstance instance,
        InstanceState state,
        boolean manual,
        long number,
        String remark,
        long started,
        long ends,
        int retentionDays) {
    /** It is being made. */
    static final int IN_PROGRESS = 1;

    /** It is there. */
    static final int NORMAL = 2;

    /** It was thrown away. */
    static final int EXPIRED = -1;

    private static final long BYTES_PER_MB = 1024 * 1024;

    /** Even a file without data has a beginning and an end. */
    private static final int EMPTY_FILE = 528;

    private static final long OWNERS = 900_000_000;

    static InstanceBackup of(ManualBackup backup, EmulatedInstance instance) {
        var task = backup.task();
        var state = task.instance().stateAt(task.started());
        return new InstanceBackup(
                instance, state, true, task.id(), backup.remark(), task.started(), task.ends(), backup.retentionDays());
    }

    /** The first part of the ids of all backups of an instance. */
    static long ownerId(String instanceId) {
        return 100_000_000 + Math.floorMod(IdGenerator.hash(instanceId), OWNERS);
    }

    /** Its id. */
    public String id() {
        return ownerId(instance.id()) + "-" + number + "-" + started / 1000;
    }

    /** Its documented state at that time. */
    public int statusAt(long now) {
        if (now < ends) {
            return IN_PROGRESS;
        }
        return now < expiresAt() ? NORMAL : EXPIRED;
    }

    /** Whether it can be used at that time. */
    public boolean isAvailableAt(long now) {
        return statusAt(now) == NORMAL;
    }

    /** When it was made, as the API writes it. */
    String endText(long now) {
        return now < ends ? ApiTime.NONE : ApiTime.format(ends);
    }

    /** When it is thrown away. */
    public long expiresAt() {
        return started + TimeUnit.DAYS.toMillis(retentionDays);
    }

    /** The number of the engine, version and architecture that the instance had. */
    public int type() {
        return SizeHistory.sizeAt(started, state).type();
    }

    /** How large the instance was, and how full. */
    public Memory memory() {
        return SizeHistory.sizeAt(started, state).memory();
    }

    /** The size of its file for one shard, in bytes. */
    long shardBytes() {
        return memory().usedMb() * BYTES_PER_MB + EMPTY_FILE;
    }

    /** The size of all its files, in bytes. */
    long bytes() {
        return memory().shards() * shardBytes();
    }
}
