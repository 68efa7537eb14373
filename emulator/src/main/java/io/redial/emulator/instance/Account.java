package io.redial.emulator.instance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account inside an instance.
 *
 * @param name its name
 * @param secret its password; null if it needs none, which only the root account may do
 * @param remark what it is for
 * @param privilege what it may do: {@code r}, {@code w} or {@code rw}
 * @param nodes the nodes that it reads from: {@code master}, {@code replication} or both
 * @param created when it was made, in milliseconds since 1970; 0 if it came with the instance
 * @param settles when the latest work on it ends, in milliseconds since 1970
 */
public record Account(
        String name,
        @Nullable Secret secret,
        String remark,
        String privilege,
        List<String> nodes,
        long created,
        long settles) {
    /** The name of the account that every instance has. */
    public static final String ROOT = "root";

    static final Account USUAL_ROOT = new Account(ROOT, null, "default", "rw", List.of("master"), 0, 0);

    /** Keeps a copy of the nodes. */
    public Account {
        nodes = List.copyOf(nodes);
    }

    /** Whether it is the account that every instance has. */
    public boolean isRoot() {
        return name.equals(ROOT);
    }

    /** The same with another password, or without one. */
    public Account with(@Nullable Secret other) {
        return new Account(name, other, remark, privilege, nodes, created, settles);
    }

    /** The same with other properties. */
    public Account with(String otherRemark, String otherPrivilege, List<String> otherNodes) {
        return new Account(name, secret, otherRemark, otherPrivilege, otherNodes, created, settles);
    }

    /** The same while it is being worked on. */
    public Account settling(long until) {
        return new Account(name, secret, remark, privilege, nodes, created, until);
    }
}
