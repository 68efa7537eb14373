package io.redial.codegen;

import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import java.nio.file.Path;

/** The API of a telegraph office: of another make than the exchange's, with all in it that an API may do in a way of its own. */
final class Telegraph {
    static final Path FOLDER = Path.of("src/test/resources/io/redial/codegen/telegraph");

    private Telegraph() {}

    static Api api() {
        return Catalog.load(FOLDER);
    }
}
