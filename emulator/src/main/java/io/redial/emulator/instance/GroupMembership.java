package io.redial.emulator.instance;

/**
 * The place of an instance in a replication group. Times are in milliseconds since 1970.
 *
 * @param groupId the group; empty if it is in none
 * @param role what may be done with it: {@code rw} or {@code r}
 * @param primary whether it is the one that the others follow
 * @param joined when it joined
 * @param updated when its place was changed last
 */
public record GroupMembership(String groupId, String role, boolean primary, long joined, long updated)
        implements Feature {
    /** Data can be read and written. */
    public static final String READ_WRITE = "rw";

    /** Data can only be read. */
    public static final String READ_ONLY = "r";

    /** It is in no group. */
    public static final GroupMembership NONE = new GroupMembership("", READ_WRITE, false, 0, 0);

    /** The place of an instance that joins a group now. */
    public static GroupMembership of(String groupId, String role, boolean primary, long now) {
        return new GroupMembership(groupId, role, primary, now, now);
    }

    /** The same in another role. */
    public GroupMembership withRole(String otherRole, long now) {
        return new GroupMembership(groupId, otherRole, primary, joined, now);
    }

    /** The primary one if it was not, and otherwise a read-only one. */
    public GroupMembership withSwappedRole(long now) {
        return new GroupMembership(groupId, primary ? READ_ONLY : READ_WRITE, !primary, joined, now);
    }

    /** Whether it is in a group. */
    public boolean isMember() {
        return !groupId.isEmpty();
    }
}
