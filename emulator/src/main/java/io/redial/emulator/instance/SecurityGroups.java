package io.redial.emulator.instance;

import java.util.List;

/**
 * The security groups that an instance is in.
 *
 * @param ids their ids, in the order in which they were bound
 */
public record SecurityGroups(List<String> ids) implements Feature {
    /** The most groups that an instance can be in. */
    public static final int MAX_GROUPS = 5;

    /** The group that every instance begins in. */
    public static final String DEFAULT_GROUP_ID = "sg-gl1egaj1";

    /** What every instance begins with. */
    public static final SecurityGroups DEFAULT = new SecurityGroups(List.of(DEFAULT_GROUP_ID));

    /** Keeps a copy of the list. */
    public SecurityGroups {
        ids = List.copyOf(ids);
    }
}
