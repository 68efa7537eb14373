package io.redial.core.wire;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON. A member whose value is null is left out.
 *
 * <p>Not thread-safe; one writer writes one document.
 */
public final class WireWriter {
    private final JsonOutput json = new JsonOutput();

    private WireWriter() {}

    /** One value as a JSON document in UTF-8. */
    public static <T> byte[] bytes(T value, WireType<T> type) {
        var out = new WireWriter();
        type.write(value, out);
        return out.json.bytes();
    }

    public void beginObject() {
        json.open('{');
    }

    /** Begins an object that is the value of a member. */
    public void beginObject(String name) {
        json.name(name);
        json.open('{');
    }

    public void endObject() {
        json.close('}');
    }

    public void string(String name, @Nullable String value) {
        if (value != null) {
            json.name(name);
            json.text(value);
        }
    }

    public void integer(String name, @Nullable Long value) {
        if (value != null) {
            json.name(name);
            json.integer(value);
        }
    }

    /** A decimal; one without a fraction is written as a whole number, as the servers do. */
    public void decimal(String name, @Nullable Double value) {
        if (value != null) {
            json.name(name);
            json.decimal(value);
        }
    }

    public void bool(String name, @Nullable Boolean value) {
        if (value != null) {
            json.name(name);
            json.literal(value.toString());
        }
    }

    /** A value of an open value type that travels as text. */
    public <T> void string(String name, @Nullable T value, Function<T, String> wire) {
        string(name, value == null ? null : wire.apply(value));
    }

    /** A value of an open value type that travels as a number. */
    public <T> void integer(String name, @Nullable T value, ToLongFunction<T> wire) {
        integer(name, value == null ? null : Long.valueOf(wire.applyAsLong(value)));
    }

    public <T> void strings(String name, @Nullable List<T> values, Function<T, String> wire) {
        array(name, values, value -> json.text(wire.apply(value)));
    }

    public <T> void integers(String name, @Nullable List<T> values, ToLongFunction<T> wire) {
        array(name, values, value -> json.integer(wire.applyAsLong(value)));
    }

    public void strings(String name, @Nullable List<String> values) {
        array(name, values, json::text);
    }

    public void integers(String name, @Nullable List<Long> values) {
        array(name, values, json::integer);
    }

    public void decimals(String name, @Nullable List<Double> values) {
        array(name, values, json::decimal);
    }

    public void bools(String name, @Nullable List<Boolean> values) {
        array(name, values, value -> json.literal(value.toString()));
    }

    public <T> void object(String name, @Nullable T value, WireType<T> type) {
        if (value != null) {
            json.name(name);
            type.write(value, this);
        }
    }

    public <T> void objects(String name, @Nullable List<T> values, WireType<T> type) {
        array(name, values, value -> type.write(value, this));
    }

    /**
     * An object whose members are named by keys.
     *
     * @param member writes one member, under the key that it is given
     */
    public <T> void keyed(String name, @Nullable Map<String, T> values, BiConsumer<String, T> member) {
        if (values != null) {
            beginObject(name);
            values.forEach(member);
            endObject();
        }
    }

    /**
     * A tree of maps, lists, strings, numbers, booleans and nulls.
     *
     * @throws IllegalArgumentException if there is anything else in it
     */
    public void tree(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            json.open('{');
            map.forEach((name, member) -> {
                json.name(String.valueOf(name));
                tree(member);
            });
            json.close('}');
        } else if (value instanceof Iterable<?> items) {
            json.open('[');
            items.forEach(this::tree);
            json.close(']');
        } else if (value instanceof String text) {
            json.text(text);
        } else if (value instanceof Double || value instanceof Float) {
            json.number(((Number) value).doubleValue(), value.toString());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            json.literal(String.valueOf(value));
        } else {
            throw new IllegalArgumentException("a parameter is a "
                    + value.getClass().getName() + "; it can be a map, a list, a text, a number or a boolean");
        }
    }

    private <T> void array(String name, @Nullable List<T> values, Consumer<T> writing) {
        if (values != null) {
            json.name(name);
            json.open('[');
            values.forEach(writing);
            json.close(']');
        }
    }
}
