package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the document of API v2 says, as far as the emulator needs it. */
final class CrsDocument {
    private static final String FILE = "crs-v2.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CrsDocument() {}

    /** All actions by their names, in the order of the document. */
    static Map<String, CrsAction> read() {
        try (var in = CrsDocument.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FILE + " is missing");
            }
            var actions = new LinkedHashMap<String, CrsAction>();
            MAPPER.readTree(in)
                    .properties()
                    .forEach(each -> actions.put(each.getKey(), CrsAction.read(each.getKey(), each.getValue())));
            return actions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
