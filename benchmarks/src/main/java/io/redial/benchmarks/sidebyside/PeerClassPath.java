package io.redial.benchmarks.sidebyside;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The class path of a peer, as Maven has resolved it. */
final class PeerClassPath {
    private static final Path PEERS = Path.of("benchmarks", "peers");

    /** What only the measuring needs. */
    private static final List<String> HARNESS = List.of("redial-benchmarks-", "HdrHistogram-", "slf4j-nop-");

    private final Path classes;
    private final List<Path> jars;

    private PeerClassPath(Path classes, List<Path> jars) {
        this.classes = classes;
        this.jars = jars;
    }

    static PeerClassPath of(String peer) throws IOException {
        var target = PEERS.resolve(peer).resolve("target");
        var file = target.resolve("classpath");
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing: run this from the root of the project, after mvn package");
        }
        var jars = Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new PeerClassPath(target.resolve("classes"), jars);
    }

    /** As a JVM takes it. */
    String text() {
        return Stream.concat(Stream.of(classes), jars.stream())
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
    }

    /** What an application carries that depends on this peer. */
    List<Path> runtimeJars() {
        return jars.stream().filter(Predicate.not(PeerClassPath::isHarness)).toList();
    }

    private static boolean isHarness(Path jar) {
        return HARNESS.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }
}
