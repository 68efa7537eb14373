package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Text as the bytes that are hashed, written over and over again into the same array. Nearly all of it is ASCII. */
final class Ascii {
    private static final int USUAL = 512;
    private static final int LARGEST_TO_KEEP = 8 * 1024;
    private static final int LONGEST_NUMBER = 20;
    private static final VarHandle TWO_BYTES =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    /** The two digits of each byte. */
    private static final short[] HEX = hexadecimals();

    private byte[] bytes = new byte[USUAL];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    boolean isSmall() {
        return bytes.length <= LARGEST_TO_KEEP;
    }

    Ascii clear() {
        length = 0;
        return this;
    }

    Ascii add(char character) {
        room(1);
        bytes[length++] = (byte) character;
        return this;
    }

    Ascii add(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    Ascii add(String text) {
        return add(text.getBytes(UTF_8));
    }

    Ascii add(long number) {
        if (number < 0) {
            return add(Long.toString(number));
        }
        room(LONGEST_NUMBER);
        var end = length + LONGEST_NUMBER;
        var from = end;
        var rest = number;
        do {
            bytes[--from] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        System.arraycopy(bytes, from, bytes, length, end - from);
        length += end - from;
        return this;
    }

    Ascii hex(byte[] hash) {
        room(2 * hash.length);
        var to = bytes;
        var at = length;
        for (var octet : hash) {
            TWO_BYTES.set(to, at, HEX[octet & 0xFF]);
            at += 2;
        }
        length = at;
        return this;
    }

    private static short[] hexadecimals() {
        var pairs = new short[256];
        for (var octet = 0; octet < pairs.length; octet++) {
            pairs[octet] = (short) ((Character.forDigit(octet >> 4, 16) << 8) | Character.forDigit(octet & 0xF, 16));
        }
        return pairs;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, UTF_8);
    }
}
