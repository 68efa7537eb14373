package io.redial.core.wire;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The members of a JSON object as the flat parameters that queries and forms take: {@code Filters.0.Name=…} for what lies in
 * lists and objects.
 */
public final class FlatParameters {
    private final JsonInput json;
    private final int firstIndex;
    private final SortedMap<String, String> parameters = new TreeMap<>();

    private FlatParameters(JsonInput json, int firstIndex) {
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
        var flat = new FlatParameters(new JsonInput(object), firstIndex);
        flat.members("");
        return flat.parameters;
    }

    private void members(String prefix) {
        json.open();
        while (json.nextMember()) {
            value(prefix + json.name());
        }
    }

    private void items(String name) {
        json.open();
        for (var index = firstIndex; json.nextItem(); index++) {
            value(name + "." + index);
        }
    }

    private void value(String name) {
        switch (json.peek()) {
            case '{' -> members(name + ".");
            case '[' -> items(name);
            case 'n' -> json.skip();
            case '"' -> parameters.put(name, json.text());
            default -> parameters.put(name, json.literal());
        }
    }
}
