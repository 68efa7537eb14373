package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A text with other characters than those of ASCII, or with escapes.
 *
 * @param value what it says
 * @param end where it ends, behind its closing quotation mark
 */
record JsonText(String value, int end) {
    private static final char REPLACEMENT = '\uFFFD';

    /** Reads the text whose opening quotation mark stands before a place. */
    static JsonText read(byte[] bytes, int from) {
        var decoded = new StringBuilder();
        var start = from;
        var at = from;
        while (byteAt(bytes, at) != '"') {
            if (bytes[at] == '\\') {
                decoded.append(plain(bytes, start, at));
                decoded.append(escaped(bytes, at));
                at += bytes[at + 1] == 'u' ? 6 : 2;
                start = at;
            } else if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw notJson("a control character in a text", at);
            } else {
                at++;
            }
        }
        var rest = plain(bytes, start, at);
        return new JsonText(start == from ? rest : decoded.append(rest).toString(), at + 1);
    }

    private static String plain(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, to - from, UTF_8);
        // What is no UTF-8 was replaced, which only shows when it is turned back.
        if (text.indexOf(REPLACEMENT) >= 0) {
            var same = text.getBytes(UTF_8);
            if (!Arrays.equals(bytes, from, to, same, 0, same.length)) {
                throw notJson("a text that is not UTF-8", from);
            }
        }
        return text;
    }

    private static char escaped(byte[] bytes, int at) {
        return switch (byteAt(bytes, at + 1)) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit(bytes, at + 2);
            default -> throw notJson("an unknown escape", at);
        };
    }

    private static char unit(byte[] bytes, int from) {
        var unit = 0;
        for (var i = from; i < from + 4; i++) {
            var digit = Character.digit(byteAt(bytes, i), 16);
            if (digit < 0) {
                throw notJson("an unknown escape", from - 2);
            }
            unit = 16 * unit + digit;
        }
        return (char) unit;
    }

    private static byte byteAt(byte[] bytes, int index) {
        if (index >= bytes.length) {
            throw new UnreadableException("not JSON: the document ends too early");
        }
        return bytes[index];
    }

    private static UnreadableException notJson(String problem, int at) {
        return new UnreadableException("not JSON: " + problem + " at byte " + at);
    }
}
