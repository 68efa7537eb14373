package io.redial.reactive.fleet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.zip.CRC32;

/** The end of each line of a journal: {@code ,"sum":"1c291ca3"}}, the CRC-32 of the bytes before it. */
final class Checksum {
    private static final int LENGTH = 18;

    private Checksum() {}

    /** The line, with its line end, for a JSON object that has at least one member. */
    static byte[] seal(byte[] object) {
        var body = object.length - 1;
        var end = end(object, body);
        var line = Arrays.copyOf(object, body + LENGTH + 1);
        System.arraycopy(end, 0, line, body, LENGTH);
        line[body + LENGTH] = '\n';
        return line;
    }

    /** Whether a line, without its line end, is as it was written. */
    static boolean fits(byte[] line) {
        var body = line.length - LENGTH;
        return body > 0 && Arrays.equals(line, body, line.length, end(line, body), 0, LENGTH);
    }

    private static byte[] end(byte[] bytes, int length) {
        var sum = new CRC32();
        sum.update(bytes, 0, length);
        return String.format(",\"sum\":\"%08x\"}", sum.getValue()).getBytes(US_ASCII);
    }
}
