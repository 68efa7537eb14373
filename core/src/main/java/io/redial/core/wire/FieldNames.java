package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The names of the members that a structure knows, numbered from 0 in the order in which they are given.
 *
 * <p>Answers name their members in one order, whichever it is. So what followed a member the last time is looked for first, and
 * only what is not there is looked up.
 *
 * <p>Thread-safe: threads may see what others learned of the order, or not, and either is right.
 */
public final class FieldNames {
    /** The number of no member: what comes before the first one and after the last one. */
    public static final int NONE = -1;

    /** The number of every member that the structure does not have. */
    static final int UNKNOWN = -2;

    private final byte[][] names;
    private final byte[][] quoted;
    private final int[] table;
    private final int[] followers;
    private final boolean anyCase;

    private FieldNames(boolean anyCase, String... names) {
        this.anyCase = anyCase;
        this.names = Arrays.stream(names).map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
        this.quoted = Arrays.stream(names)
                .map(name -> ("\"" + name + "\":").getBytes(UTF_8))
                .toArray(byte[][]::new);
        this.table = new int[Integer.highestOneBit(Math.max(2, names.length)) * 4];
        this.followers = new int[names.length + 1];
        Arrays.fill(table, NONE);
        for (var number = 0; number < names.length; number++) {
            table[free(this.names[number])] = number;
            followers[number] = number;
        }
    }

    /** Names that are spelled as they are given. */
    public static FieldNames of(String... names) {
        return new FieldNames(false, names);
    }

    /**
     * Names that the server spells now so and now so.
     *
     * @param names the names in small letters
     */
    public static FieldNames ofAnyCase(String... names) {
        return new FieldNames(true, names);
    }

    /** Where in the table a name that is not there yet has its place. */
    private int free(byte[] name) {
        var slot = hash(name, 0, name.length) & (table.length - 1);
        while (table[slot] != NONE) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** The member that is expected after another one, which may be {@link #NONE}; there may be none. */
    int after(int previous) {
        var follower = followers[previous + 1];
        return follower < quoted.length ? follower : NONE;
    }

    /** A name as JSON has it, with its colon. */
    byte[] quoted(int number) {
        return quoted[number];
    }

    /** The number of a name, or {@link #UNKNOWN}. */
    int numberOf(byte[] bytes, int from, int to) {
        var slot = hash(bytes, from, to) & (table.length - 1);
        while (table[slot] != NONE) {
            if (same(names[table[slot]], bytes, from, to)) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return UNKNOWN;
    }

    /** Remembers what followed. */
    void learn(int previous, int follower) {
        followers[previous + 1] = follower;
    }

    private int hash(byte[] bytes, int from, int to) {
        var hash = 0;
        for (var i = from; i < to; i++) {
            hash = 31 * hash + letter(bytes[i]);
        }
        return hash ^ (hash >>> 15);
    }

    private boolean same(byte[] name, byte[] bytes, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (var i = 0; i < name.length; i++) {
            if (name[i] != letter(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private int letter(byte octet) {
        return anyCase && octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
    }
}
