package io.redial.reactive.fleet;

import io.redial.core.ApiRequest;
import io.redial.core.FollowableRequest;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal: one JSON object, of which the first member says what it tells.
 *
 * @param event what it tells
 * @param members the other members, as far as they are text or numbers
 * @param request the request, in lines of the plan
 */
record JournalLine(
        String event, Map<String, Object> members, @Nullable FollowableRequest<?> request) {
    private static final String EVENT = "event";
    private static final String ACTION = "action";
    private static final String REQUEST = "request";

    /** The bytes of a line. */
    static byte[] write(String event, Consumer<WireWriter> members) {
        var type = WireType.<String>of(
                (name, out) -> {
                    out.beginObject();
                    out.string(EVENT, name);
                    members.accept(out);
                    out.endObject();
                },
                in -> "");
        return Checksum.seal(WireWriter.bytes(event, type));
    }

    /** The bytes of a line of the plan. */
    static byte[] write(long number, FollowableRequest<?> request) {
        return write(REQUEST, out -> {
            out.integer("number", number);
            out.string(ACTION, request.action().name());
            writeRequest(request, out);
        });
    }

    /** An action's wire type fits its own requests. */
    @SuppressWarnings("unchecked")
    private static void writeRequest(FollowableRequest<?> request, WireWriter out) {
        out.object(REQUEST, request, (WireType<FollowableRequest<?>>)
                request.action().request());
    }

    /**
     * Reads the bytes of a line.
     *
     * @param actions those that requests can be of
     * @throws UnreadableException if they are not a line of a journal
     */
    static JournalLine read(byte[] bytes, Actions actions) {
        return WireReader.read(
                bytes,
                UnknownFields.REFUSE,
                WireType.of(
                        (line, out) -> {
                            throw new UnsupportedOperationException();
                        },
                        in -> read(in, actions)));
    }

    private static JournalLine read(WireReader in, Actions actions) {
        var members = new LinkedHashMap<String, Object>();
        FollowableRequest<?> request = null;
        in.beginObject();
        while (in.nextField()) {
            var name = in.field();
            if (name.equals(REQUEST)) {
                request = readRequest(members, in, actions);
            } else {
                var value = in.tree();
                if (value != null) {
                    members.put(name, value);
                }
            }
        }
        return new JournalLine(text(members, EVENT), members, request);
    }

    private static FollowableRequest<?> readRequest(Map<String, Object> members, WireReader in, Actions actions) {
        var name = text(members, ACTION);
        var action =
                actions.named(name).orElseThrow(() -> new UnreadableException("there is no action '" + name + "'"));
        ApiRequest<?> request = action.request().read(in);
        if (request instanceof FollowableRequest<?> followable) {
            return followable;
        }
        throw new UnreadableException("'" + name + "' starts no work");
    }

    String text(String name) {
        return text(members, name);
    }

    long number(String name) {
        if (members.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new UnreadableException("it has no number '" + name + "'");
    }

    private static String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new UnreadableException("it has no text '" + name + "'");
    }
}
