package io.redial.emulator.instance;

import java.util.random.RandomGenerator;

/** Ids as the cloud makes them: a prefix and eight small letters and digits. */
public final class Ids {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 8;

    private Ids() {}

    /** Letters that are drawn. */
    public static String letters(RandomGenerator random) {
        var id = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /** Always the same letters for the same number. */
    public static String letters(int number) {
        var id = new StringBuilder();
        var rest = (number * 2_654_435_761L) & Long.MAX_VALUE;
        for (var i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest = rest / LETTERS.length() + number;
        }
        return id.toString();
    }
}
