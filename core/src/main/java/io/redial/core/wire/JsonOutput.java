package io.redial.core.wire;

import java.util.Arrays;

/** A JSON document in UTF-8, as it grows. Whether a comma is due can be seen from the byte before. */
final class JsonOutput {
    private static final int USUAL = 256;
    private static final double EXACT = 1e15;
    private static final String HEX = "0123456789ABCDEF";

    private byte[] bytes = new byte[USUAL];
    private int length;

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    void open(char bracket) {
        comma();
        append(bracket);
    }

    void close(char bracket) {
        append(bracket);
    }

    void name(String name) {
        text(name);
        append(':');
    }

    /** @throws IllegalArgumentException if half a character is in it, which UTF-8 has no bytes for */
    void text(String text) {
        comma();
        room(text.length() + 2);
        bytes[length++] = '"';
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit >= ' ' && unit < 0x80 && unit != '"' && unit != '\\') {
                append(unit);
            } else if (unit < 0x80) {
                escaped(unit);
            } else {
                i += encoded(text, i);
            }
        }
        append('"');
    }

    private void escaped(char unit) {
        append('\\');
        switch (unit) {
            case '"', '\\' -> append(unit);
            case '\b' -> append('b');
            case '\f' -> append('f');
            case '\n' -> append('n');
            case '\r' -> append('r');
            case '\t' -> append('t');
            default -> {
                append('u');
                append('0');
                append('0');
                append(HEX.charAt(unit >> 4));
                append(HEX.charAt(unit & 0xF));
            }
        }
    }

    /** How many units more than one the character took. */
    private int encoded(String text, int index) {
        var character = text.codePointAt(index);
        if (character < 0x800) {
            append(0xC0 | (character >> 6));
        } else if (character < 0x10000) {
            if (Character.isSurrogate((char) character)) {
                throw new IllegalArgumentException(
                        "a text holds half a character, a surrogate without its other half, and cannot be sent");
            }
            append(0xE0 | (character >> 12));
            append(0x80 | ((character >> 6) & 0x3F));
        } else {
            append(0xF0 | (character >> 18));
            append(0x80 | ((character >> 12) & 0x3F));
            append(0x80 | ((character >> 6) & 0x3F));
        }
        append(0x80 | (character & 0x3F));
        return Character.charCount(character) - 1;
    }

    void integer(long value) {
        if (value < 0) {
            literal(Long.toString(value));
            return;
        }
        comma();
        var digits = 1;
        for (var rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        room(digits);
        length += digits;
        var rest = value;
        for (var i = length; digits > 0; digits--) {
            bytes[--i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    void decimal(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            integer((long) value);
        } else {
            number(value, Double.toString(value));
        }
    }

    /** JSON has no numbers for what is not finite: it goes as text. */
    void number(double value, String text) {
        if (Double.isFinite(value)) {
            literal(text);
        } else {
            text(text);
        }
    }

    /** What stands without quotation marks. */
    void literal(String literal) {
        comma();
        for (var i = 0; i < literal.length(); i++) {
            append(literal.charAt(i));
        }
    }

    private void comma() {
        if (length > 0) {
            var before = bytes[length - 1];
            if (before != '{' && before != '[' && before != ':') {
                append(',');
            }
        }
    }

    private void append(int octet) {
        room(1);
        bytes[length++] = (byte) octet;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
