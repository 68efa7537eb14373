package io.redial.reactive.fleet;

import io.redial.core.protocol.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first line of a journal: what it can be resumed with. */
final class JournalHead {
    static final String EVENT = "journal";
    private static final long FORMAT = 1;

    private final Map<String, String> members = new LinkedHashMap<>();

    private JournalHead() {}

    /** The head of the journals of runs of that API on this target. */
    static JournalHead of(Actions api, Target target) {
        var head = new JournalHead();
        head.members.put("service", api.service());
        head.members.put("version", api.version());
        head.members.put("region", target.region());
        head.members.put("host", target.host());
        return head;
    }

    byte[] line(Instant at) {
        return JournalLine.write(EVENT, out -> {
            out.integer("format", FORMAT);
            members.forEach(out::string);
            out.string("at", at.toString());
        });
    }

    /** Why this client cannot resume a journal with that first line, and what can; null if it can. */
    @Nullable
    String mismatch(JournalLine line) {
        if (!line.event().equals(EVENT) || line.number("format") != FORMAT) {
            return "is not a journal of format " + FORMAT;
        }
        for (var member : members.entrySet()) {
            var found = line.text(member.getKey());
            if (!found.equals(member.getValue())) {
                return "belongs to " + member.getKey() + " " + found + ", and this client to " + member.getValue();
            }
        }
        return null;
    }
}
