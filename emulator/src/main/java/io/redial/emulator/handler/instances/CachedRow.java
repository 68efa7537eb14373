package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row that is written as it was written before. It is shared by all answers, so nobody may change it. */
@SuppressWarnings("unchecked") // javac says so of every subclass, because of deepCopy()
final class CachedRow extends ObjectNode {
    private static final long serialVersionUID = 1L;

    private final SerializedString text;

    CachedRow(ObjectNode row) {
        super(JsonNodeFactory.instance, fields(row));
        this.text = new SerializedString(row.toString());
        text.asUnquotedUTF8();
    }

    private static Map<String, JsonNode> fields(ObjectNode row) {
        var fields = new LinkedHashMap<String, JsonNode>();
        row.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeRawValue(text);
    }
}
