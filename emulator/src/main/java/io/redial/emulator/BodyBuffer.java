package io.redial.emulator;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;

/** Keeps a body as far as it is allowed to be long, and drops the rest. */
final class BodyBuffer {
    private final int max;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean overflown;

    BodyBuffer(int max) {
        this.max = max;
    }

    void add(ByteBuf part) {
        overflown |= part.readableBytes() > max - bytes.size();
        if (!overflown) {
            var copy = new byte[part.readableBytes()];
            part.getBytes(part.readerIndex(), copy);
            bytes.writeBytes(copy);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    boolean overflown() {
        return overflown;
    }
}
