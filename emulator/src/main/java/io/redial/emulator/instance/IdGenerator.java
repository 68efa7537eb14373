package io.redial.emulator.instance;

import java.util.random.RandomGenerator;

/** Ids as the cloud makes them: a prefix and eight small letters and digits. */
public final class IdGenerator {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 8;

    private IdGenerator() {}

    /** Letters that are drawn. */
    public static String suffix(RandomGenerator random) {
        var id = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /** A number that is as good as drawn, and always the same for the same id. */
    public static long hash(String id) {
        // FNV-1a, then mixed: the hash of a text in Java has too few bits for 100,000 ids
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    /** Always the same letters for the same number. */
    public static String suffix(int number) {
        var id = new StringBuilder();
        var rest = (number * 2_654_435_761L) & Long.MAX_VALUE;
        for (var i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest = rest / LETTERS.length() + number;
        }
        return id.toString();
    }
}
