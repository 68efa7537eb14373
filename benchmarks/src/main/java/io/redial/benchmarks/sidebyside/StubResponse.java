package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A port of the stub, with what it answers whatever it is asked. */
enum StubResponse {
    TENCENT("tencent.json", "application/json"),
    ALIYUN("alibaba.json", "application/json;charset=utf-8"),
    AWS("aws.xml", "text/xml");

    private final String resource;
    private final String contentType;

    StubResponse(String file, String contentType) {
        this.resource = file;
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        try (var in = Objects.requireNonNull(StubResponse.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
