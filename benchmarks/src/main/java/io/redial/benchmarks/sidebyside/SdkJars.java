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
 * @param ownJars the jars of the SDK itself, the largest first
 * @param ownBytes how large they are
 * @param jarCount how many jars there are in all
 * @param totalBytes how large they are
 */
record SdkJars(String sdk, List<String> ownJars, long ownBytes, int jarCount, long totalBytes) {

    static List<SdkJars> measureAll() throws IOException {
        return List.of(
                of("Redial", "redial", jar -> jar.getFileName().toString().startsWith("redial-")),
                of("Tencent", "tencent", jar -> jar.toString().contains("/com/tencentcloudapi/")),
                of("Alibaba", "aliyun", jar -> jar.toString().contains("/com/aliyun/")),
                of("AWS", "aws", jar -> jar.toString().contains("/software/amazon/")));
    }

    private static SdkJars of(String sdk, String peer, Predicate<Path> isOwn) throws IOException {
        var jars = PeerClassPath.of(peer).runtimeJars();
        var own = jars.stream().filter(isOwn).toList();
        return new SdkJars(
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
