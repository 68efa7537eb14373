package io.redial.emulator;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;

/** Keeps a body as far as it is allowed to be long, and drops the rest. */
final class BodyBuffer {
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean truncated;

    BodyBuffer(int max) {
        this.maxBytes = max;
    }

    void add(ByteBuf part) {
        truncated |= part.readableBytes() > maxBytes - bytes.size();
        if (!truncated) {
            var copy = new byte[part.readableBytes()];
            part.getBytes(part.readerIndex(), copy);
            bytes.writeBytes(copy);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    boolean isTruncated() {
        return truncated;
    }
}
