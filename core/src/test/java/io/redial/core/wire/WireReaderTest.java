package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.redial.core.wire.WireReader.UnknownFields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forgiving where servers are careless, and clear where nothing can be made of a value. */
class WireReaderTest {
    private static final WireType<String> NAME = WireType.of((value, out) -> {}, in -> {
        in.beginObject();
        var name = "";
        while (in.nextField()) {
            name = in.fieldInSmallLetters();
        }
        return name;
    });

    private static final WireType<Holder<Long>> INNER = holder(WireReader::integer);

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
                "9223372036854775808 | a whole number",
                "1e400000000 | a whole number",
                "01 | not JSON: ",
                "-01 | not JSON: ",
                "- | not JSON: ",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "{\"V\": 1} | 1",
                "[{\"V\": 1}] | 1",
                "[[{\"V\": 1}]] | 1",
                "[] | none",
                "[null] | none",
                "\"\" | none",
                "null | none",
            })
    void lenientlyAListOfOneStandsForTheOne(String json, @Nullable Long expected) {
        var found = leniently(json, in -> in.object(INNER));

        assertEquals(expected, found == null ? null : found.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "[{\"V\": 1}, {\"V\": 2}] | 1 2",
                "{\"V\": 1} | 1",
                "[] | ''",
                "\"\" | ''",
                "null | none",
            })
    void lenientlyOneStandsForAListOfOne(String json, @Nullable String expected) {
        var found = leniently(json, in -> in.objects(INNER));

        assertEquals(
                expected,
                found == null
                        ? null
                        : String.join(
                                " ",
                                found.stream().map(each -> each.value() + "").toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | [7]", "\"7\" | [7]", "[7, \"8\"] | [7, 8]", "\" \" | []"})
    void lenientlyANumberStandsForAListOfOne(String json, String expected) {
        List<Long> found = leniently(json, in -> in.integers());

        assertEquals(expected, found + "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"V\": 1}, {\"V\": 2}] | expected one object at /V",
                "[{\"V\": 1}, 2] | expected one object at /V",
                "\"text\" | expected an object at /V",
                "5 | expected an object at /V",
            })
    void evenLenientlyNotEverythingIsAnObject(String json, String problem) {
        assertThatThrownBy(() -> leniently(json, in -> in.object(INNER)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"V\": 1}] | expected an object at /V",
                "[] | expected an object at /V",
                "\"\" | expected an object at /V",
            })
    void strictlyAListIsNoObject(String json, String problem) {
        assertThatThrownBy(() -> value(json, in -> in.object(INNER))).hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"V\": 1}", "7", "\"\""})
    void strictlyNothingElseIsAList(String json) {
        assertThatThrownBy(() -> value(json, in -> in.objects(INNER))).hasMessageStartingWith("expected a list at /V");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "{\"b\": 2, \"a\": \"1\", \"c\": null} | {b=2, a=1}",
                "{} | {}",
                "null | none",
            })
    void membersWhoseNamesNobodyKnowsBeforehandKeepTheirOrder(String json, @Nullable String expected) {
        assertEquals(expected, text(value(json, in -> in.keyed(item -> item.integer()))));
        assertEquals(expected, text(leniently(json, in -> in.keyed(item -> item.integer()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "[{\"b\": 2}, {\"a\": 1, \"c\": 3}] | {b=2, a=1, c=3}",
                "[] | {}",
                "\"\" | none",
            })
    void lenientlyAListOfObjectsStandsForTheObjectOfAllTheirMembers(String json, @Nullable String expected) {
        assertEquals(expected, text(leniently(json, in -> in.keyed(item -> item.integer()))));
        assertThatThrownBy(() -> value(json, in -> in.keyed(item -> item.integer())))
                .hasMessageStartingWith("expected an object at /V");
    }

    @Test
    void nobodyCanChangeWhatWasReadByKey() {
        Map<String, Long> read = value("{\"a\": 1}", in -> in.keyed(item -> item.integer()));

        assertThatThrownBy(() -> read.put("b", 2L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"{\"V\": 1} | 1", "[{\"V\": 1}] | 1", "[] | none", "\"\" | none", "null | none"})
    void membersAreReadIntoWhatIsBeingBuilt(String json, @Nullable Long expected) {
        var built = new AtomicReference<@Nullable Long>();

        leniently(json, in -> {
            in.within(() -> built.set(INNER.read(in).value()));
            return null;
        });

        assertEquals(expected, built.get());
    }

    @Test
    void namesCanBeComparedWhateverTheirCase() {
        assertEquals("appid", WireReader.read("{\"appId\": 1}".getBytes(UTF_8), UnknownFields.REFUSE, NAME));
    }

    private static <T> @Nullable T leniently(String json, Function<WireReader, @Nullable T> read) {
        return WireReader.readLeniently(document(json), UnknownFields.REFUSE, holder(read))
                .value();
    }

    private static <T> @Nullable T value(String json, Function<WireReader, @Nullable T> read) {
        return WireReader.read(document(json), UnknownFields.REFUSE, holder(read))
                .value();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static byte[] document(String json) {
        return ("{\"V\":" + json + "}").getBytes(UTF_8);
    }

    private static <T> WireType<Holder<T>> holder(Function<WireReader, @Nullable T> read) {
        return WireType.of((value, out) -> {}, in -> {
            in.beginObject();
            T found = null;
            while (in.nextField()) {
                found = read.apply(in);
            }
            return new Holder<>(found);
        });
    }

    private record Holder<T>(@Nullable T value) {}
}
