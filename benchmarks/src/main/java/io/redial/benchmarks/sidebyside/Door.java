package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A port of the stub, with what it answers whatever it is asked. */
enum Door {
    TENCENT("tencent.json", "application/json"),
    ALIBABA("alibaba.json", "application/json;charset=utf-8"),
    AWS("aws.xml", "text/xml");

    private final String file;
    private final String contentType;

    Door(String file, String contentType) {
        this.file = file;
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        try (var in = Objects.requireNonNull(Door.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
