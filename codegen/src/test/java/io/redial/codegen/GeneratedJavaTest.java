package io.redial.codegen;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated for the telephone exchange and the telegraph office, compared with what somebody has read. */
class GeneratedJavaTest {

    record Generated(Path golden, String java) {
        @Override
        public String toString() {
            return golden.getFileName().toString();
        }
    }

    static Stream<Path> folders() {
        return Stream.of(Exchange.FOLDER, Telegraph.FOLDER);
    }

    static Stream<Generated> classes() {
        return folders().flatMap(GeneratedJavaTest::classes);
    }

    private static Stream<Generated> classes(Path folder) {
        return Exchange.java(Catalog.load(folder)).entrySet().stream()
                .map(type -> new Generated(golden(folder).resolve(type.getKey() + ".java.txt"), type.getValue()));
    }

    private static Path golden(Path folder) {
        return folder.resolve("golden");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void isWhatSomebodyHasRead(Generated generated) throws IOException {
        Golden.assertMatches(generated.golden(), generated.java());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noGoldenFileIsLeftOver(Path folder) throws IOException {
        Files.createDirectories(golden(folder));
        var expected = classes(folder).map(Generated::golden).collect(toSet());
        try (var files = Files.list(golden(folder))) {
            var leftOver = files.filter(file -> !expected.contains(file)).toList();
            if (Golden.UPDATE) {
                for (var file : leftOver) {
                    Files.delete(file);
                }
            } else {
                assertThat(leftOver).as("removed by: %s", Golden.COMMAND).isEmpty();
            }
        }
    }
}
