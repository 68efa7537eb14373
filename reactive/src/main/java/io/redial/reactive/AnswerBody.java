package io.redial.reactive;

import java.io.ByteArrayOutputStream;

/** Collects the parts of an answer, up to a limit: nobody knows what stands between here and the server. */
final class AnswerBody {
    /** Far above any documented answer: a page of 1,000 instances has about 1.6 MB. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    void add(byte[] part) {
        if (bytes.size() + part.length > LARGEST) {
            throw new IllegalStateException("the answer is larger than " + LARGEST + " bytes");
        }
        bytes.writeBytes(part);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
