package io.redial.core.wire;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How one kind of structure travels.
 *
 * @param <T> the structure
 */
public interface WireType<T> extends WireReader.ItemReader<T> {

    /** Writes it as one JSON object. */
    void write(T value, WireWriter out);

    /** Reads it from one JSON object. */
    @Override
    T read(WireReader in);

    /** Joins the two halves. */
    static <T> WireType<T> of(BiConsumer<T, WireWriter> write, Function<WireReader, T> read) {
        return new WireType<>() {
            @Override
            public void write(T value, WireWriter out) {
                write.accept(value, out);
            }

            @Override
            public T read(WireReader in) {
                return read.apply(in);
            }
        };
    }
}
