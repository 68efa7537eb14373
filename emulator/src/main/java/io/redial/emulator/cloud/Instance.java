package io.redial.emulator.cloud;

import org.jspecify.annotations.Nullable;

/**
 * A Redis instance.
 *
 * @param id its id, for example {@code crs-5a4py64p}
 * @param name its name
 * @param type the number of its engine, version and architecture
 * @param place where it stands
 * @param created when it was made, in milliseconds since 1970
 * @param projectId the project that it belongs to
 * @param environment the value of its tag {@code env}
 * @param memory how large it was before its latest change
 * @param change its latest change, which may still be going on, or null
 */
public record Instance(
        String id,
        String name,
        int type,
        Place place,
        long created,
        int projectId,
        String environment,
        Memory memory,
        @Nullable Change change) {

    /** Whether work is going on, so that it is locked for other work. */
    public boolean busyAt(long now) {
        return change != null && now < change.until();
    }

    /** Its size at that time. */
    public Memory memoryAt(long now) {
        return change == null || busyAt(now) ? memory : change.memory();
    }

    /** Whether it has shards. */
    public boolean isCluster() {
        return isCluster(type);
    }

    static boolean isCluster(int type) {
        return switch (type) {
            case 4, 7, 9, 16, 18, 200 -> true;
            default -> false;
        };
    }

    /** The version of its engine, for example {@code 6.2}. */
    public String version() {
        return switch (type) {
            case 6, 7 -> "4.0";
            case 8, 9 -> "5.0";
            case 15, 16 -> "6.2";
            default -> "7.0";
        };
    }

    Instance changing(Change next, long now) {
        return new Instance(id, name, type, place, created, projectId, environment, memoryAt(now), next);
    }

    /**
     * Work on an instance.
     *
     * @param until when it ends, in milliseconds since 1970
     * @param memory what the instance is like afterwards
     */
    public record Change(long until, Memory memory) {}
}
