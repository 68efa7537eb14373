package io.redial.reactive.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line, from a position. Waits for the disk. Not thread-safe. */
final class JournalLines {
    /** Longer than any request; what is longer is not kept, and so does not fit its checksum. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final JournalFile file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private long bufferEnd;
    private long number;

    /** A line of the file. */
    static final class Line {
        private final long number;
        private final long end;
        private final byte[] bytes;
        private final boolean ended;

        private Line(long number, long end, byte[] bytes, boolean ended) {
            this.number = number;
            this.end = end;
            this.bytes = bytes;
            this.ended = ended;
        }

        /** Its number, from 1. */
        long number() {
            return number;
        }

        /** Where the next one begins. */
        long end() {
            return end;
        }

        /** The line without its line end. */
        byte[] bytes() {
            return bytes;
        }

        /** Whether it is whole, and as it was written. */
        boolean sound() {
            return ended && Checksum.fits(bytes);
        }
    }

    /**
     * Has read nothing yet.
     *
     * @param start where the first line begins
     * @param linesBefore how many lines there are before it
     */
    JournalLines(JournalFile file, long start, long linesBefore) {
        this.file = file;
        this.bufferEnd = start;
        this.number = linesBefore;
    }

    /** The next line, or null at the end of the file. */
    @Nullable
    Line next() {
        var start = bufferEnd - buffer.remaining();
        var line = new ByteArrayOutputStream(256);
        var length = 0L;
        while (buffer.hasRemaining() || fill()) {
            var next = buffer.get();
            length++;
            if (next == '\n') {
                return new Line(++number, start + length, line.toByteArray(), true);
            }
            if (length <= LONGEST) {
                line.write(next);
            }
        }
        return length == 0 ? null : new Line(++number, start + length, line.toByteArray(), false);
    }

    private boolean fill() {
        buffer.clear();
        try {
            file.read(buffer, bufferEnd);
        } catch (IOException e) {
            throw new JournalException(file.path(), "cannot be read: " + e, "mend that, and resume it", e);
        }
        buffer.flip();
        bufferEnd += buffer.remaining();
        return buffer.hasRemaining();
    }
}
