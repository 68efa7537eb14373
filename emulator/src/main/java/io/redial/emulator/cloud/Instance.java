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
 * @param state what it was like before its latest change
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
        State state,
        @Nullable Change change) {
    private static final int PROCESSING = 1;

    /** Whether work is going on, so that it is locked for other work. */
    public boolean busyAt(long now) {
        return change != null && now < change.until();
    }

    /** What it is like at that time. */
    public State stateAt(long now) {
        return change == null || busyAt(now) ? state : change.state();
    }

    /** Its size at that time. */
    public Memory memoryAt(long now) {
        return stateAt(now).memory();
    }

    /** Where it is in its life at that time. */
    public Life lifeAt(long now) {
        return stateAt(now).life();
    }

    /** Its status as lists of instances give it; 1 while work is going on, but 0 until its own making begins. */
    public int statusAt(long now) {
        if (change == null || !busyAt(now) || (state.life() == Life.NEW && now < change.runs())) {
            return lifeAt(now).status();
        }
        return PROCESSING;
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
            case 2 -> "2.8";
            case 3, 4 -> "3.2";
            case 6, 7 -> "4.0";
            case 8, 9 -> "5.0";
            case 15, 16 -> "6.2";
            default -> "7.0";
        };
    }

    Instance changing(Change next, long now) {
        return new Instance(id, name, type, place, created, projectId, environment, stateAt(now), next);
    }

    /** What work changes. */
    public record State(Life life, Memory memory) {
        State with(Life next) {
            return new State(next, memory);
        }

        State with(Memory next) {
            return new State(life, next);
        }
    }

    /**
     * Work on an instance. Times are in milliseconds since 1970.
     *
     * @param runs when it leaves the queue
     * @param until when it ends
     * @param state what the instance is like afterwards
     */
    public record Change(long runs, long until, State state) {}
}
