package io.redial.codegen;

import static java.util.stream.Collectors.toMap;

import com.palantir.javapoet.JavaFile;
import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The API of a telephone exchange: small, and with everything in it that is hard to generate. */
final class Exchange {
    static final Path FOLDER = Path.of("src/test/resources/io/redial/codegen/exchange");

    private Exchange() {}

    static Api api() {
        return Catalog.load(FOLDER);
    }

    /** All Java that is generated for an API, by class name. */
    static Map<String, String> java(Api api) {
        return Stream.concat(new ModelGenerator(api).files().stream(), new ClientGenerator(api).files().stream())
                .collect(toMap(
                        file -> file.typeSpec().name(),
                        JavaFile::toString,
                        (left, right) -> {
                            throw new IllegalStateException("two classes of one name: " + left);
                        },
                        TreeMap::new));
    }
}
