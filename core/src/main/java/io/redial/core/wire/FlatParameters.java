package io.redial.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The members of a JSON object as the flat parameters that queries and forms take: {@code Filters.0.Name=…} for what lies in
 * lists and objects.
 */
public final class FlatParameters {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser json;
    private final int firstIndex;
    private final SortedMap<String, String> parameters = new TreeMap<>();

    private FlatParameters(JsonParser json, int firstIndex) {
        this.json = json;
        this.firstIndex = firstIndex;
    }

    /**
     * Flattens an object. Texts, numbers and booleans stay as they are written; nulls and empty lists are left out.
     *
     * @param object the object as a JSON document in UTF-8
     * @param firstIndex the number of a list's first item: Tencent counts from 0, Alibaba from 1
     */
    public static SortedMap<String, String> of(byte[] object, int firstIndex) {
        try (var json = FACTORY.createParser(object)) {
            var flat = new FlatParameters(json, firstIndex);
            json.nextToken();
            flat.members("");
            return flat.parameters;
        } catch (IOException e) {
            // The source is an array in memory: only what is no JSON can fail.
            throw new UncheckedIOException(e);
        }
    }

    private void members(String prefix) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = prefix + json.currentName();
            json.nextToken();
            value(name);
        }
    }

    private void items(String name) throws IOException {
        for (var index = firstIndex; json.nextToken() != JsonToken.END_ARRAY; index++) {
            value(name + "." + index);
        }
    }

    private void value(String name) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> members(name + ".");
            case START_ARRAY -> items(name);
            case VALUE_NULL -> {}
            default -> parameters.put(name, json.getText());
        }
    }
}
