package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an application carries that depends on an SDK.
 *
 * @param sdk whose
 * @param own the jars of the SDK itself, the largest first
 * @param ownBytes how large they are
 * @param all how many jars there are in all
 * @param allBytes how large they are
 */
record Jars(String sdk, List<String> own, long ownBytes, int all, long allBytes) {

    static List<Jars> ofAll() throws IOException {
        return List.of(
                of("Redial", "redial", jar -> jar.getFileName().toString().startsWith("redial-")),
                of("Tencent", "tencent", jar -> jar.toString().contains("/com/tencentcloudapi/")),
                of("Alibaba", "aliyun", jar -> jar.toString().contains("/com/aliyun/")),
                of("AWS", "aws", jar -> jar.toString().contains("/software/amazon/")));
    }

    private static Jars of(String sdk, String peer, Predicate<Path> isOwn) throws IOException {
        var jars = ClassPath.of(peer).shipped();
        var own = jars.stream().filter(isOwn).toList();
        return new Jars(
                sdk,
                own.stream()
                        .sorted(Comparator.comparingLong(
                                (Path jar) -> -jar.toFile().length()))
                        .map(jar -> jar.getFileName().toString())
                        .toList(),
                bytes(own),
                jars.size(),
                bytes(jars));
    }

    private static long bytes(List<Path> jars) throws IOException {
        var bytes = 0L;
        for (var jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new IOException(jar + " is no jar: run mvn package, which makes them");
            }
            bytes += Files.size(jar);
        }
        return bytes;
    }
}
