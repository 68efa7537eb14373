package io.redial.emulator.handler;

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

    private static final int MIN_LENGTH = 8;
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

    private final int maxLength;
    private final boolean alphanumericOnly;
    private final boolean lettersAndDigits;

    PasswordRule(int longest, boolean plain, boolean both) {
        this.maxLength = longest;
        this.alphanumericOnly = plain;
        this.lettersAndDigits = both;
    }

    /** The rule for instances of that type that are made, or cloned. */
    static PasswordRule forNewInstance(int type, boolean clone) {
        if (CKV_TYPES.contains(type)) {
            return clone ? CKV_CLONE : CKV;
        }
        return clone && OLD_TYPES.contains(type) ? OLD_CLONE : REDIS;
    }

    boolean allows(String password) {
        if (password.length() < MIN_LENGTH || password.length() > maxLength) {
            return false;
        }
        if (alphanumericOnly) {
            return PLAIN.matcher(password).matches()
                    && (!lettersAndDigits || (has(LETTER, password) && has(DIGIT, password)));
        }
        return !password.startsWith("/")
                && KINDS.stream().filter(kind -> has(kind, password)).count() >= 2;
    }

    /** What it says, to go on from "must have". */
    String description() {
        var length = MIN_LENGTH + " to " + maxLength;
        if (alphanumericOnly) {
            return length + " letters and digits" + (lettersAndDigits ? ", some of both" : "");
        }
        return length
                + " characters, not begin with /, and have two of: small letters, capital letters, digits, symbols";
    }

    private static boolean has(Pattern kind, String password) {
        return kind.matcher(password).find();
    }
}
