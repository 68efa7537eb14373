package io.redial.core.protocol;

import io.redial.core.wire.FieldNames;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"Response": {…}}} around an answer. An {@code Error} in it is, to the answer's own type, an unknown field: that
 * is where it is caught, so that answers are read in one pass.
 */
final class Envelope<O> implements WireType<O>, UnknownFields {
    private static final FieldNames FIELDS = FieldNames.of("Response");

    private final WireType<O> response;
    private final UnknownFields unknownFields;
    private @Nullable ErrorMember error;

    Envelope(WireType<O> response, UnknownFields unknownFields) {
        this.response = response;
        this.unknownFields = unknownFields;
    }

    record ErrorMember(String code, String message) {}

    /** The error that the answer held, or null. */
    @Nullable
    ErrorMember error() {
        return error;
    }

    @Override
    public O read(WireReader in) {
        in.beginObject();
        O value = null;
        var field = FieldNames.NONE;
        while ((field = in.nextField(FIELDS, field)) != FieldNames.NONE) {
            value = response.read(in);
        }
        if (value == null) {
            throw new UnreadableException("the document has no member 'Response'");
        }
        return value;
    }

    @Override
    public void handle(String name, WireReader in) {
        if (name.equals("Error") && in.depth() == 2) {
            error = readError(in);
        } else {
            unknownFields.handle(name, in);
        }
    }

    private static ErrorMember readError(WireReader in) {
        String code = null;
        String message = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "Code" -> code = in.string();
                case "Message" -> message = in.string();
                default -> in.skip();
            }
        }
        return new ErrorMember(code == null ? "(no code)" : code, message == null ? "" : message);
    }

    @Override
    public void write(O value, WireWriter out) {
        out.beginObject();
        out.object("Response", value, response);
        out.endObject();
    }
}
