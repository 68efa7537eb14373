package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A JSON document, gone through from its beginning to its end, value by value. Texts and usual numbers are read where they are
 * come to, and only handed out when they are asked for: so the code which reads them is in one place, and what is generated
 * stays small enough to be compiled well.
 *
 * <p>What is read most is read straight from the bytes: texts of ASCII characters, whole numbers, and names that come in the
 * expected order.
 */
final class JsonInput {
    /** How deep objects and lists may lie in each other: reading follows them by calling itself. */
    private static final int DEEPEST = 500;

    private static final int MOST_DIGITS_OF_A_LONG = 18;
    private static final int LONGEST_NUMBER = 1000;

    private final byte[] bytes;
    private int at;
    private int depth;
    private boolean opened;
    private int nameAt;
    private int valueAt;
    private Kind kind = Kind.OTHER;
    private String text = "";
    private long integer;

    /** What a value is, as far as it was read already when it is come to. */
    private enum Kind {
        TEXT,
        /** A whole number of usual length. */
        INTEGER,
        /** Anything else, which is still to be read. */
        OTHER
    }

    JsonInput(byte[] bytes) {
        this.bytes = bytes;
        var mark = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        this.at = mark ? 3 : 0;
        value();
    }

    /** The first byte of the present value. */
    byte peek() {
        return bytes[valueAt];
    }

    /** How many objects and lists are open. */
    int depth() {
        return depth;
    }

    /** Begins the object or the list that comes next. */
    void open() {
        if (++depth > DEEPEST) {
            throw new UnreadableException("objects and lists lie deeper in each other than " + DEEPEST);
        }
        at = valueAt + 1;
        opened = true;
    }

    /** Moves to the value of the next member of an object. False after the end of the object. */
    boolean nextMember() {
        if (!next('}')) {
            return false;
        }
        nameAt = at;
        passText();
        passColon();
        value();
        return true;
    }

    /**
     * As {@link #nextMember()}, giving the number of the member, or {@link FieldNames#NONE} after the end of the object. The value
     * of a member that is {@link FieldNames#UNKNOWN} is not read.
     */
    int nextMember(FieldNames names, int previous) {
        if (!next('}')) {
            return FieldNames.NONE;
        }
        nameAt = at;
        var number = names.after(previous);
        if (number != FieldNames.NONE && comesNext(names.quoted(number))) {
            at += names.quoted(number).length;
        } else {
            number = number(names);
            passColon();
            if (number == FieldNames.UNKNOWN) {
                otherValue();
                return number;
            }
            names.learn(previous, number);
        }
        value();
        return number;
    }

    private int number(FieldNames names) {
        if (byteAt(at) != '"') {
            throw unexpected("a name");
        }
        var end = at + 1;
        while (byteAt(end) != '"' && byteAt(end) != '\\') {
            end++;
        }
        if (bytes[end] == '"') {
            var from = at + 1;
            at = end + 1;
            return names.numberOf(bytes, from, end);
        }
        var name = readText().getBytes(UTF_8);
        return names.numberOf(name, 0, name.length);
    }

    /** The name of the member that was moved to last. */
    String name() {
        var behind = at;
        at = nameAt;
        var name = readText();
        at = behind;
        return name;
    }

    /** Moves to the next item of a list. False after the end of the list. */
    boolean nextItem() {
        if (!next(']')) {
            return false;
        }
        value();
        return true;
    }

    /** Moves over the comma, if there must be one, or over the closing bracket. */
    private boolean next(char close) {
        if (at == valueAt) {
            skip();
        }
        var octet = afterBlanks();
        if (octet == close) {
            at++;
            depth--;
            opened = false;
            return false;
        }
        if (opened) {
            opened = false;
            return true;
        }
        if (octet != ',') {
            throw unexpected("a comma or " + close);
        }
        at++;
        afterBlanks();
        return true;
    }

    private void passColon() {
        if (afterBlanks() != ':') {
            throw unexpected("a colon");
        }
        at++;
    }

    /** Comes to a value. */
    private void value() {
        var octet = afterBlanks();
        valueAt = at;
        if (octet == '"') {
            text = readText();
            kind = Kind.TEXT;
        } else {
            kind = (octet == '-' || (octet >= '0' && octet <= '9')) && readInteger() ? Kind.INTEGER : Kind.OTHER;
        }
    }

    /** Comes to a value that is not going to be asked for, or only as a whole. */
    private void otherValue() {
        afterBlanks();
        valueAt = at;
        kind = Kind.OTHER;
    }

    private byte afterBlanks() {
        var octet = byteAt(at);
        while (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t') {
            octet = byteAt(++at);
        }
        return octet;
    }

    /** Whether only blanks are left. */
    boolean isAtEnd() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at == bytes.length;
    }

    private boolean comesNext(byte[] expected) {
        return at + expected.length <= bytes.length
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }

    /** Passes over the present value. */
    void skip() {
        switch (peek()) {
            case '{' -> {
                open();
                while (nextMember()) {
                    skip();
                }
            }
            case '[' -> {
                open();
                while (nextItem()) {
                    skip();
                }
            }
            case '"' -> {
                at = valueAt;
                passText();
            }
            default -> passLiteral();
        }
    }

    private void passText() {
        if (byteAt(at) != '"') {
            throw unexpected("text");
        }
        at++;
        for (var octet = byteAt(at); octet != '"'; octet = byteAt(++at)) {
            if (octet == '\\') {
                at++;
            } else if (octet >= 0 && octet < ' ') {
                throw unexpected("text");
            }
        }
        at++;
    }

    /** Whether the present value is a text. */
    boolean isText() {
        return kind == Kind.TEXT;
    }

    /** The present value, which is a text. */
    String text() {
        return text;
    }

    private String readText() {
        if (byteAt(at) != '"') {
            throw unexpected("text");
        }
        var from = at + 1;
        var to = from;
        var octet = byteAt(to);
        while (octet >= ' ' && octet != '"' && octet != '\\') {
            octet = byteAt(++to);
        }
        if (octet != '"') {
            var unusual = JsonText.read(bytes, from);
            at = unusual.end();
            return unusual.value();
        }
        at = to + 1;
        return to == from ? "" : new String(bytes, from, to - from, ISO_8859_1);
    }

    /** Passes over a null, if the present value is one. */
    boolean passNull() {
        if (peek() != 'n') {
            return false;
        }
        passWord("null");
        return true;
    }

    /** The present value, which is no text, as it is written: a number, {@code true}, {@code false} or {@code null}. */
    String literal() {
        passLiteral();
        return new String(bytes, valueAt, at - valueAt, ISO_8859_1);
    }

    private void passLiteral() {
        at = valueAt;
        switch (peek()) {
            case 't' -> passWord("true");
            case 'f' -> passWord("false");
            case 'n' -> passWord("null");
            default -> passNumber();
        }
    }

    private void passWord(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (byteAt(at + i) != word.charAt(i)) {
                throw unexpected("a value");
            }
        }
        at += word.length();
    }

    /** Whether the present value is a whole number of usual length. */
    boolean isInteger() {
        return kind == Kind.INTEGER;
    }

    /** The present value, which {@linkplain #isInteger() is a whole number}. */
    long integer() {
        return integer;
    }

    private boolean readInteger() {
        var negative = bytes[at] == '-';
        var from = negative ? at + 1 : at;
        var value = 0L;
        var i = from;
        for (; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = 10 * value + (bytes[i] - '0');
        }
        if (i == from || i - from > MOST_DIGITS_OF_A_LONG || (bytes[from] == '0' && i - from > 1) || continues(i)) {
            return false;
        }
        integer = negative ? -value : value;
        at = i;
        return true;
    }

    private boolean continues(int end) {
        return end < bytes.length && (bytes[end] == '.' || (bytes[end] | 0x20) == 'e');
    }

    private void passNumber() {
        var first = bytes[at] == '-' ? at + 1 : at;
        var end = digits(first);
        var good = end > first && (end == first + 1 || bytes[first] != '0');
        if (good && end < bytes.length && bytes[end] == '.') {
            var behind = digits(end + 1);
            good = behind > end + 1;
            end = behind;
        }
        if (good && end < bytes.length && (bytes[end] | 0x20) == 'e') {
            var signed = end + 1 < bytes.length && (bytes[end + 1] == '+' || bytes[end + 1] == '-');
            var exponent = signed ? end + 2 : end + 1;
            end = digits(exponent);
            good = end > exponent;
        }
        if (!good) {
            throw unexpected("a value");
        }
        if (end - at > LONGEST_NUMBER) {
            throw new UnreadableException("a number is longer than " + LONGEST_NUMBER + " characters");
        }
        at = end;
    }

    private int digits(int start) {
        var end = start;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        return end;
    }

    private byte byteAt(int index) {
        if (index >= bytes.length) {
            throw new UnreadableException("not JSON: the document ends too early");
        }
        return bytes[index];
    }

    /** Whether what stands where a value should begins like one. */
    boolean isValue() {
        return "{[\"-0123456789tfn".indexOf(peek()) >= 0;
    }

    /** Where the present value begins. */
    int valueAt() {
        return valueAt;
    }

    /** The same as a JSON pointer. */
    String place() {
        return JsonPlace.of(bytes, valueAt);
    }

    UnreadableException unexpected(String expected) {
        return new UnreadableException("not JSON: expected " + expected + " at byte " + at);
    }
}
