package io.redial.codegen;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated for the telephone exchange, compared with what somebody has read. */
class GeneratedJavaTest {
    private static final Path GOLDEN = Exchange.FOLDER.resolve("golden");
    private static final String SUFFIX = ".java.txt";

    static Stream<Entry<String, String>> classes() {
        return Exchange.java(Exchange.api()).entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void isWhatSomebodyHasRead(Entry<String, String> generated) throws IOException {
        Golden.assertMatches(GOLDEN.resolve(generated.getKey() + SUFFIX), generated.getValue());
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        Files.createDirectories(GOLDEN);
        var expected = classes().map(generated -> generated.getKey() + SUFFIX).collect(toSet());
        try (var files = Files.list(GOLDEN)) {
            var leftOver = files.filter(
                            file -> !expected.contains(file.getFileName().toString()))
                    .toList();
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
