package io.redial.emulator.behaviour;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a password must be like. */
enum PasswordRule {
    /** For Redis. */
    REDIS(64, false, false),
    /** For clones of Redis up to 5.0. */
    OLD_CLONE(30, false, false),
    /** For CKV 3.2. */
    CKV(30, true, false),
    /** For clones of CKV 3.2. */
    CKV_CLONE(30, true, true);

    private static final int SHORTEST = 8;
    private static final Set<Integer> CKV_TYPES = Set.of(3, 4);
    private static final Set<Integer> OLD_TYPES = Set.of(2, 5, 6, 7, 8, 9);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]*");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final List<Pattern> KINDS = List.of(
            Pattern.compile("[a-z]"),
            Pattern.compile("[A-Z]"),
            DIGIT,
            Pattern.compile("[()`~!@#$%^&*\\-+=_|{}\\[\\]:;<>,.?/]"));

    private final int longest;
    private final boolean plain;
    private final boolean both;

    PasswordRule(int longest, boolean plain, boolean both) {
        this.longest = longest;
        this.plain = plain;
        this.both = both;
    }

    /** The rule for instances of that type that are made, or cloned. */
    static PasswordRule ofNew(int type, boolean clone) {
        if (CKV_TYPES.contains(type)) {
            return clone ? CKV_CLONE : CKV;
        }
        return clone && OLD_TYPES.contains(type) ? OLD_CLONE : REDIS;
    }

    boolean allows(String password) {
        if (password.length() < SHORTEST || password.length() > longest) {
            return false;
        }
        if (plain) {
            return PLAIN.matcher(password).matches() && (!both || (has(LETTER, password) && has(DIGIT, password)));
        }
        return !password.startsWith("/")
                && KINDS.stream().filter(kind -> has(kind, password)).count() >= 2;
    }

    /** What it says, to go on from "must have". */
    String text() {
        var length = SHORTEST + " to " + longest;
        if (plain) {
            return length + " letters and digits" + (both ? ", some of both" : "");
        }
        return length
                + " characters, not begin with /, and have two of: small letters, capital letters, digits, symbols";
    }

    private static boolean has(Pattern kind, String password) {
        return kind.matcher(password).find();
    }
}
