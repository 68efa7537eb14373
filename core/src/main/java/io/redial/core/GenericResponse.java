package io.redial.core;

import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link GenericRequest}. */
public final class GenericResponse implements ApiResponse {
    static final WireType<GenericResponse> WIRE = WireType.of(GenericResponse::write, GenericResponse::read);

    private final Map<String, @Nullable Object> fields;

    private GenericResponse(Map<String, @Nullable Object> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** The fields under their names on the wire: a tree of maps, lists, strings, numbers, booleans and nulls. */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    @Override
    public @Nullable String requestId() {
        return fields.get("RequestId") instanceof String id ? id : null;
    }

    /** Names the fields without their values: nobody knows which of them are secrets. */
    @Override
    public String toString() {
        return "GenericResponse" + fields.keySet();
    }

    private static void write(GenericResponse value, WireWriter out) {
        out.tree(value.fields);
    }

    private static GenericResponse read(WireReader in) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        in.beginObject();
        while (in.nextField()) {
            if (in.field().equals("Error")) {
                in.unknownField();
            } else {
                fields.put(in.field(), in.tree());
            }
        }
        return new GenericResponse(fields);
    }
}
