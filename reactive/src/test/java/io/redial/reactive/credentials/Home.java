package io.redial.reactive.credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A user's directory, and one for the whole machine, of the test's own. */
record Home(Path directory) {

    Path user() {
        return directory.resolve("user");
    }

    Path system() {
        return directory.resolve("etc");
    }

    Path write(String path, String text) {
        return write(path, "rw-------", text);
    }

    Path write(String path, String rights, String text) {
        var file = directory.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Keys.Builder settings(Map<String, String> environment) {
        return Keys.builder().home(user()).system(system()).environment(environment);
    }

    Keys keys() {
        return settings(Map.of()).build();
    }
}
