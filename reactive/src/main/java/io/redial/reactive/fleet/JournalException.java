package io.redial.reactive.fleet;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A journal cannot be written, read, or used for this run. The message names the file and the way out. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalException(Path file, String problem, String wayOut, @Nullable Throwable cause) {
        super("the journal " + file + " " + problem + " [" + wayOut + "]", cause);
    }

    static JournalException damaged(Path file, long line, String problem) {
        return new JournalException(
                file,
                "is damaged in line " + line + ": " + problem,
                "restore it from a copy; without one, look at the instances and begin a new journal with what is left to do",
                null);
    }

    static JournalException foreign(Path file, long line, String problem) {
        return new JournalException(
                file,
                "cannot be read in line " + line + ": " + problem,
                "resume it with the version that wrote it",
                null);
    }
}
