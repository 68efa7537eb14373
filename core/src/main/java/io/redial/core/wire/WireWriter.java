package io.redial.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON. A member whose value is null is left out.
 *
 * <p>Not thread-safe; one writer writes one document.
 */
public final class WireWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private WireWriter(JsonGenerator json) {
        this.json = json;
    }

    /** One value as a JSON document in UTF-8. */
    public static <T> byte[] bytes(T value, WireType<T> type) {
        var out = new ByteArrayOutputStream(512);
        try (var json = FACTORY.createGenerator(out)) {
            type.write(value, new WireWriter(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public void beginObject() {
        run(json::writeStartObject);
    }

    /** Begins an object that is the value of a member. */
    public void beginObject(String name) {
        run(() -> json.writeObjectFieldStart(name));
    }

    public void endObject() {
        run(json::writeEndObject);
    }

    public void string(String name, @Nullable String value) {
        if (value != null) {
            run(() -> json.writeStringField(name, value));
        }
    }

    public void integer(String name, @Nullable Long value) {
        if (value != null) {
            run(() -> json.writeNumberField(name, value));
        }
    }

    /** A decimal; one without a fraction is written as a whole number, as the servers do. */
    public void decimal(String name, @Nullable Double value) {
        if (value != null) {
            run(() -> {
                json.writeFieldName(name);
                writeDecimal(value);
            });
        }
    }

    public void bool(String name, @Nullable Boolean value) {
        if (value != null) {
            run(() -> json.writeBooleanField(name, value));
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
        array(name, values, value -> json.writeString(wire.apply(value)));
    }

    public <T> void integers(String name, @Nullable List<T> values, ToLongFunction<T> wire) {
        array(name, values, value -> json.writeNumber(wire.applyAsLong(value)));
    }

    public void strings(String name, @Nullable List<String> values) {
        array(name, values, json::writeString);
    }

    public void integers(String name, @Nullable List<Long> values) {
        array(name, values, json::writeNumber);
    }

    public void decimals(String name, @Nullable List<Double> values) {
        array(name, values, this::writeDecimal);
    }

    public void bools(String name, @Nullable List<Boolean> values) {
        array(name, values, json::writeBoolean);
    }

    public <T> void object(String name, @Nullable T value, WireType<T> type) {
        if (value != null) {
            run(() -> json.writeFieldName(name));
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

    /** A tree of maps, lists, strings, numbers, booleans and nulls. */
    public void tree(@Nullable Object value) {
        run(() -> {
            if (value instanceof Map<?, ?> map) {
                json.writeStartObject();
                for (var entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    tree(entry.getValue());
                }
                json.writeEndObject();
            } else if (value instanceof Iterable<?> items) {
                json.writeStartArray();
                items.forEach(this::tree);
                json.writeEndArray();
            } else {
                json.writeObject(value);
            }
        });
    }

    private void writeDecimal(double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    private <T> void array(String name, @Nullable List<T> values, Writing<T> writing) {
        if (values == null) {
            return;
        }
        run(() -> {
            json.writeArrayFieldStart(name);
            for (var value : values) {
                writing.write(value);
            }
            json.writeEndArray();
        });
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            // The target is an array in memory: only a wrong order of calls can fail.
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Writing<T> {
        void write(T value) throws IOException;
    }
}
