package io.redial.emulator.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The little of ASN.1 that a certificate is written in: each value is a tag, a length and its bytes. */
final class DerEncoder {
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private DerEncoder() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, parts);
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] booleanTrue() {
        return value(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] octetString(byte[] content) {
        return value(0x04, content);
    }

    /** Bits, the last of which are not used. */
    static byte[] bitString(int unused, byte[] content) {
        return value(0x03, new byte[] {(byte) unused}, content);
    }

    /** An object identifier, for example {@code 2 5 29 17}. */
    static byte[] oid(int... arcs) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(40 * arcs[0] + arcs[1]);
        for (var i = 2; i < arcs.length; i++) {
            for (var shift = 28; shift > 0; shift -= 7) {
                if (arcs[i] >>> shift != 0) {
                    bytes.write(0x80 | ((arcs[i] >>> shift) & 0x7f));
                }
            }
            bytes.write(arcs[i] & 0x7f);
        }
        return value(0x06, bytes.toByteArray());
    }

    /** A time to the second: with two digits of the year until 2049, as certificates must. */
    static byte[] time(Instant instant) {
        var text = TIME.format(instant);
        var isShort = text.compareTo("2050") < 0;
        return value(isShort ? 0x17 : 0x18, (isShort ? text.substring(2) : text).getBytes(StandardCharsets.US_ASCII));
    }

    /** A value that is known by its number. */
    static byte[] implicitlyTagged(int number, byte[] content) {
        return value(CONTEXT | number, content);
    }

    /** A value that is known by its number and keeps its own tag within. */
    static byte[] explicitlyTagged(int number, byte[] content) {
        return value(CONTEXT | CONSTRUCTED | number, content);
    }

    private static byte[] value(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        length(content.size(), bytes);
        bytes.writeBytes(content.toByteArray());
        return bytes.toByteArray();
    }

    private static void length(int length, ByteArrayOutputStream bytes) {
        if (length < 0x80) {
            bytes.write(length);
        } else {
            var digits = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            bytes.write(0x80 | digits);
            for (var i = digits - 1; i >= 0; i--) {
                bytes.write(length >>> (8 * i));
            }
        }
    }
}
