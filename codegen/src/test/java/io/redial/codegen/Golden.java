package io.redial.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that holds what the code made when somebody last looked at it. */
final class Golden {
    /** Whether committed files are rewritten instead of compared. */
    static final boolean UPDATE = Boolean.getBoolean("redial.update");

    static final String COMMAND = "mvn -pl catalog,codegen test -Dredial.update=true";

    private Golden() {}

    static void assertMatches(Path committed, String made) throws IOException {
        if (UPDATE) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, made);
            return;
        }
        assertThat(committed).as("made by: %s", COMMAND).exists();
        assertThat(made)
                .as("%s is not what is made now; if that is meant, run: %s", committed.getFileName(), COMMAND)
                .isEqualTo(Files.readString(committed));
    }
}
