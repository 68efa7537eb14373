package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The stub server in its own JVM. */
final class StubProcess implements AutoCloseable {
    private final ChildJvm jvm;
    private final MetricLine ports;

    private StubProcess(ChildJvm jvm, MetricLine ports) {
        this.jvm = jvm;
        this.ports = ports;
    }

    /** Starts it, with a class path that has Reactor Netty. */
    static StubProcess start(String classPath) throws IOException, InterruptedException {
        var jvm = ChildJvm.start(
                CpuBinding.SERVER,
                List.of("-Xms512m", "-Xmx1g", "-XX:+UseSerialGC"),
                classPath,
                StubServer.class,
                List.of());
        return new StubProcess(jvm, MetricLine.parse(jvm.firstLine(Duration.ofSeconds(30))));
    }

    URI uri(StubResponse door) {
        return uri(door.name());
    }

    /** Where nothing is answered. */
    URI unresponsiveUri() {
        return uri(StubServer.UNRESPONSIVE);
    }

    /** Where the number of requests is told that were not answered. */
    URI openRequestsUri() {
        return uri(StubServer.OPEN_REQUESTS);
    }

    private URI uri(String name) {
        return URI.create("http://127.0.0.1:" + ports.get(name) + "/");
    }

    @Override
    public void close() throws IOException {
        jvm.close();
    }
}
