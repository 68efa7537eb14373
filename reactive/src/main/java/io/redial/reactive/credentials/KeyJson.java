package io.redial.reactive.credentials;

import io.redial.core.error.CredentialsException;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects that hold keys. What does not fit is not quoted: it may be a secret. */
final class KeyJson {
    private static final WireType<Root> ROOT = WireType.of(
            (root, out) -> {
                throw new UnsupportedOperationException("keys are read only");
            },
            in -> new Root(in.tree()));

    private record Root(@Nullable Object value) {}

    private KeyJson() {}

    /**
     * The members of an object.
     *
     * @param where what the JSON stands in, for the error
     */
    static Map<String, Object> object(byte[] json, String where) {
        try {
            return members(WireReader.read(json, UnknownFields.SKIP, ROOT).value(), where);
        } catch (UnreadableException e) {
            throw new CredentialsException(where + " is not JSON");
        }
    }

    static Map<String, Object> members(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new CredentialsException(where + " is not a JSON object");
        }
        var members = new LinkedHashMap<String, Object>();
        map.forEach((name, member) -> {
            if (member != null) {
                members.put(String.valueOf(name), member);
            }
        });
        return members;
    }
}
