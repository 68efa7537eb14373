package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The stub server in its own JVM. */
final class Stub implements AutoCloseable {
    private final ChildJvm jvm;
    private final Figures ports;

    private Stub(ChildJvm jvm, Figures ports) {
        this.jvm = jvm;
        this.ports = ports;
    }

    /** Starts it, with a class path that has Reactor Netty. */
    static Stub start(String classPath) throws IOException, InterruptedException {
        var jvm = ChildJvm.start(
                Core.SERVER, List.of("-Xms512m", "-Xmx1g", "-XX:+UseSerialGC"), classPath, StubServer.class, List.of());
        return new Stub(jvm, Figures.parse(jvm.firstLine(Duration.ofSeconds(30))));
    }

    URI uri(Door door) {
        return uri(door.name());
    }

    /** Where nothing is answered. */
    URI silent() {
        return uri(StubServer.SILENT);
    }

    /** Where the number of requests is told that were not answered. */
    URI open() {
        return uri(StubServer.OPEN);
    }

    private URI uri(String name) {
        return URI.create("http://127.0.0.1:" + ports.of(name) + "/");
    }

    @Override
    public void close() throws IOException {
        jvm.close();
    }
}
