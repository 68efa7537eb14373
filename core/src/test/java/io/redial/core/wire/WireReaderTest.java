package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.redial.core.wire.WireReader.UnknownFields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forgiving where servers are careless, and clear where nothing can be made of a value. */
class WireReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "42 | 42",
                "-3 | -3",
                "\"42\" | 42",
                "\" 42 \" | 42",
                "42.0 | 42",
                "\"\" | none",
                "null | none",
                "9223372036854775807 | 9223372036854775807",
            })
    void integers(String json, @Nullable Long expected) {
        assertEquals(expected, value(json, in -> in.integer()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.5 | a whole number",
                "\"many\" | a whole number",
                "true | a whole number",
                "{} | a whole number",
                "9223372036854775808 | not JSON: ",
            })
    void noIntegers(String json, String expected) {
        assertThatThrownBy(() -> value(json, in -> in.integer()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"4.5 | 4.5", "4 | 4", "\"4.5\" | 4.5", "\"\" | none", "null | none"})
    void decimals(String json, @Nullable Double expected) {
        assertEquals(expected, value(json, in -> in.decimal()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"true | true", "\"true\" | true", "1 | true", "\"false\" | false", "0 | false", "null | none"})
    void booleans(String json, @Nullable Boolean expected) {
        assertEquals(expected, value(json, in -> in.bool()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"\"a\" | a", "\"\" | ''", "42 | 42", "true | true", "null | none"})
    void texts(String json, @Nullable String expected) {
        assertEquals(expected, value(json, in -> in.string()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[] | /V", "[1, \"a\"] | /V", "\"a\" | /V"})
    void theWrongPlaceIsNamed(String json, String place) {
        assertThatThrownBy(() -> value(json, in -> in.integer())).hasMessage("expected a whole number at " + place);
    }

    private static <T> @Nullable T value(String json, Function<WireReader, @Nullable T> read) {
        var holder = WireReader.read(
                ("{\"V\":" + json + "}").getBytes(UTF_8),
                UnknownFields.REFUSE,
                WireType.<Holder<T>>of((value, out) -> {}, in -> {
                    in.beginObject();
                    T found = null;
                    while (in.nextField()) {
                        found = read.apply(in);
                    }
                    return new Holder<>(found);
                }));
        return holder.value();
    }

    private record Holder<T>(@Nullable T value) {}
}
