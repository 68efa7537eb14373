package io.redial.codegen;

import io.redial.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;

/** The command that the builds of core and reactive run. */
public final class GenerateSources {
    private GenerateSources() {}

    /**
     * Generates one part of the sources.
     *
     * @param args what to generate ({@code models} or {@code client}) and the folder to put it in
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: models|client FOLDER");
        }
        var api = Catalog.tencentRedis();
        var files = switch (args[0]) {
            case "models" -> new ModelGenerator(api).files();
            case "client" -> new ClientGenerator(api).files();
            default -> throw new IllegalArgumentException("generates models or client, not '" + args[0] + "'");
        };
        for (var file : files) {
            file.writeTo(Path.of(args[1]));
        }
    }
}
