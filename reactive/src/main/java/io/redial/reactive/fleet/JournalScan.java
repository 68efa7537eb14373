package io.redial.reactive.fleet;

import io.redial.core.Handle;
import io.redial.core.wire.UnreadableException;
import io.redial.reactive.fleet.JournalLines.Line;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a journal says of its requests, read from its first line to its last. It keeps two bits for a request that is over, and
 * a little more for one that was under way.
 */
final class JournalScan {
    private static final Standing UNSENT = new Standing.Unsent();
    private static final Standing GIVEN_UP = new Standing.GivenUp();

    private final JournalFile file;
    private final Actions actions;
    private final boolean retryRefused;
    private final BitSet succeeded = new BitSet();
    private final BitSet workFailed = new BitSet();
    private final BitSet refused = new BitSet();
    private final Map<Integer, Standing> open = new HashMap<>();
    private long planStart;
    private int requests;
    private boolean planned;
    private long soundEnd;

    private JournalScan(JournalFile file, Actions actions, boolean retryRefused) {
        this.file = file;
        this.actions = actions;
        this.retryRefused = retryRefused;
    }

    /**
     * Reads all of it. Waits for the disk.
     *
     * @param actions those that its requests can be of
     * @param head what its first line has to fit
     * @param retryRefused whether what was refused counts as not sent
     * @throws JournalException if it is damaged before its last line, or does not fit, or ends before its plan does
     */
    static JournalScan of(JournalFile file, Actions actions, JournalHead head, boolean retryRefused) {
        var scan = new JournalScan(file, actions, retryRefused);
        var lines = new JournalLines(file, 0, 0);
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (!line.sound()) {
                if (line.end() == file.end()) {
                    break; // a crash cut it off: what it says has not been acted on
                }
                throw JournalException.damaged(file.path(), line.number(), "it does not fit its checksum");
            }
            scan.read(line, head);
            scan.soundEnd = line.end();
        }
        if (!scan.planned) {
            throw new JournalException(
                    file.path(), "ends before its plan does: nothing was sent", "delete it, and run again", null);
        }
        return scan;
    }

    private void read(Line line, JournalHead head) {
        try {
            var content = JournalLine.read(line.bytes(), actions);
            if (line.number() == 1) {
                begin(line, content, head);
            } else if (!planned) {
                plan(line, content);
            } else {
                note(line, content);
            }
        } catch (UnreadableException | DateTimeParseException e) {
            throw JournalException.foreign(file.path(), line.number(), String.valueOf(e.getMessage()));
        }
    }

    private void begin(Line line, JournalLine content, JournalHead head) {
        var mismatch = head.mismatch(content);
        if (mismatch != null) {
            throw new JournalException(
                    file.path(), mismatch, "resume it with the client and the version that it was begun with", null);
        }
        planStart = line.end();
    }

    private void plan(Line line, JournalLine content) {
        if (content.event().equals("planned")) {
            inOrder(line, content.number("requests") == requests);
            planned = true;
        } else {
            inOrder(line, content.request() != null && content.number("number") == requests + 1L);
            requests++;
        }
    }

    private void inOrder(Line line, boolean fits) {
        if (!fits) {
            throw JournalException.damaged(file.path(), line.number(), "lines before it are missing");
        }
    }

    private void note(Line line, JournalLine content) {
        var named = content.number("number");
        if (named < 1 || named > requests) {
            throw JournalException.damaged(file.path(), line.number(), "the plan has no request " + named);
        }
        var number = (int) named;
        switch (content.event()) {
            case "sending" -> {
                refused.clear(number);
                open.put(number, new Standing.InDoubt(Instant.parse(content.text("at"))));
            }
            case "accepted" -> open.put(number, new Standing.Accepted(handle(content.text("handle"))));
            case "waiting", "skipped" -> open.remove(number);
            case "succeeded" -> over(number, succeeded);
            case "failed" -> failed(number, content.text("outcome"));
            default -> throw new UnreadableException("it tells of '" + content.event() + "', which is not known here");
        }
    }

    private void failed(int number, String outcome) {
        switch (outcome(outcome)) {
            case WORK_FAILED -> over(number, workFailed);
            case REFUSED -> over(number, refused);
            case NOT_SENT -> open.remove(number);
            case LOST_SIGHT, IN_DOUBT -> {
                // As it was before: it is followed, or asked for, once more.
            }
        }
    }

    private void over(int number, BitSet end) {
        open.remove(number);
        end.set(number);
    }

    private static Outcome outcome(String name) {
        try {
            return Outcome.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("it tells of the outcome '" + name + "', which is not known here");
        }
    }

    private static Handle handle(String text) {
        try {
            return Handle.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }

    /** The lines of the plan, behind the first line of the file, read again. */
    JournalLines plan() {
        return new JournalLines(file, planStart, 1);
    }

    /** How many requests there are. */
    int requests() {
        return requests;
    }

    /** Where the last line that can be trusted ends. */
    long soundEnd() {
        return soundEnd;
    }

    /** What is known of a request; null if it has succeeded. */
    @Nullable
    Standing standing(int number) {
        if (succeeded.get(number)) {
            return null;
        }
        var givenUp = workFailed.get(number) || (refused.get(number) && !retryRefused);
        return givenUp ? GIVEN_UP : open.getOrDefault(number, UNSENT);
    }

    /** Counts what is over. */
    Tally tally() {
        var givenUp = workFailed.cardinality() + (retryRefused ? 0 : refused.cardinality());
        return Tally.of(succeeded.cardinality() + workFailed.cardinality(), succeeded.cardinality(), givenUp);
    }
}
