package io.redial.emulator.instance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account inside an instance.
 *
 * @param name its name
 * @param passwordHash its password; null if it needs none, which only the root account may do
 * @param remark what it is for
 * @param privilege what it may do: {@code r}, {@code w} or {@code rw}
 * @param nodes the nodes that it reads from: {@code master}, {@code replication} or both
 * @param created when it was made, in milliseconds since 1970; 0 if it came with the instance
 * @param busyUntil when the latest work on it ends, in milliseconds since 1970
 */
public record InstanceAccount(
        String name,
        @Nullable PasswordHash passwordHash,
        String remark,
        String privilege,
        List<String> nodes,
        long created,
        long busyUntil) {
    /** The name of the account that every instance has. */
    public static final String ROOT = "root";

    static final InstanceAccount DEFAULT_ROOT =
            new InstanceAccount(ROOT, null, "default", "rw", List.of("master"), 0, 0);

    /** Keeps a copy of the nodes. */
    public InstanceAccount {
        nodes = List.copyOf(nodes);
    }

    /** Whether it is the account that every instance has. */
    public boolean isRoot() {
        return name.equals(ROOT);
    }

    /** The same with another password, or without one. */
    public InstanceAccount with(@Nullable PasswordHash other) {
        return new InstanceAccount(name, other, remark, privilege, nodes, created, busyUntil);
    }

    /** The same with other properties. */
    public InstanceAccount with(String otherRemark, String otherPrivilege, List<String> otherNodes) {
        return new InstanceAccount(name, passwordHash, otherRemark, otherPrivilege, otherNodes, created, busyUntil);
    }

    /** The same while it is being worked on. */
    public InstanceAccount withBusyUntil(long until) {
        return new InstanceAccount(name, passwordHash, remark, privilege, nodes, created, until);
    }
}
