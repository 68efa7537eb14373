package io.redial.reactive.fleet;

import io.redial.core.FollowableRequest;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;

/** Turns the requests of a new run into the lines of its plan. Not thread-safe. */
final class JournalPlan {
    private final Path file;
    private final Actions actions;
    private long requests;

    JournalPlan(Path file, Actions actions) {
        this.file = file;
        this.actions = actions;
    }

    /** The lines of the next requests. */
    byte[] lines(List<? extends FollowableRequest<?>> next) {
        var lines = new ByteArrayOutputStream();
        next.forEach(request -> lines.writeBytes(line(request)));
        return lines.toByteArray();
    }

    private byte[] line(FollowableRequest<?> request) {
        requests++;
        var action = request.action();
        if (request.carriesSecret()) {
            throw refused("carries a password or another secret, which a journal would lay open", "run it without one");
        }
        if (actions.named(action.name())
                .filter(known -> known.version().equals(action.version()))
                .isEmpty()) {
            throw refused("is of an action that could not be read back", "run it without a journal");
        }
        if (requests > Integer.MAX_VALUE) {
            throw refused("is one too many for a journal", "begin several");
        }
        var line = JournalLine.write(requests, request);
        if (line.length > JournalLines.LONGEST) {
            throw refused("has more than " + JournalLines.LONGEST + " bytes", "run it without a journal");
        }
        return line;
    }

    private JournalException refused(String problem, String wayOut) {
        return new JournalException(
                file, "was not begun, and nothing was sent: request " + requests + " " + problem, wayOut, null);
    }

    /** The line after the last request. */
    byte[] end(String at) {
        return JournalLine.write("planned", out -> {
            out.integer("requests", requests);
            out.string("at", at);
        });
    }
}
