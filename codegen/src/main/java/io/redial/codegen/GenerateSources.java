package io.redial.codegen;

import com.palantir.javapoet.JavaFile;
import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command that the builds of core and reactive run. */
public final class GenerateSources {
    private GenerateSources() {}

    /**
     * Generates one part of the sources, for all APIs of the catalog.
     *
     * @param args what to generate ({@code models} or {@code client}) and the folder to put it in
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: models|client FOLDER");
        }
        for (var api : Catalog.all()) {
            for (var file : files(args[0], api)) {
                file.writeTo(Path.of(args[1]));
            }
        }
    }

    private static List<JavaFile> files(String part, Api api) {
        return switch (part) {
            case "models" -> new ModelGenerator(api).files();
            case "client" -> new ClientGenerator(api).files();
            default -> throw new IllegalArgumentException("generates models or client, not '" + part + "'");
        };
    }
}
