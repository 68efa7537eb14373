package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redial.core.wire.WireReader.UnknownFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and written here, Jackson reads and writes alike; what is no JSON to one is none to the other. */
class JsonAgreementTest {
    private static final ObjectReader JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);
    private static final JsonMapper WRITER = new JsonMapper();
    private static final String[] TEXTS = {
        "", "a", "Redis", "实例", "ü\u00ff\u0100", "\"\\/\b\f\n\r\t\u0001", "😀 x", "\uffff\ufffd"
    };
    private static final String DAMAGE = "{}[]\",:\\ 0123456789.-+eEtrufalsn\n\u0001x";
    private static final WireType<Optional<Object>> TREE =
            WireType.of((tree, out) -> out.tree(tree.orElse(null)), in -> Optional.ofNullable(in.tree()));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aTreeSurvivesEitherWay(long seed) throws IOException {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var tree = tree(random, 4);
            var ours = WireWriter.bytes(Optional.ofNullable(tree), TREE);

            assertThat(JACKSON.<Object>readValue(ours)).isEqualTo(tree);
            assertThat(read(WRITER.writeValueAsBytes(tree))).isEqualTo(tree);
            assertThat(read(WRITER.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree)))
                    .isEqualTo(tree);
            assertThat(new String(ours, UTF_8)).isEqualTo(WRITER.writeValueAsString(tree));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void whatIsDamagedIsReadAlikeOrNotAtAll(long seed) throws IOException {
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 1500; i++) {
            var whole = Map.of("begins", Optional.ofNullable(tree(random, 4)).orElse(i));
            var damaged = damaged(random, WireWriter.bytes(Optional.of(whole), TREE));
            var expected = jackson(damaged);
            var found = ours(damaged);

            assertThat(found).as(new String(damaged, UTF_8)).isEqualTo(expected);
            refused += found.isEmpty() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static Optional<Object> jackson(byte[] json) throws IOException {
        try {
            return Optional.ofNullable(JACKSON.readValue(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> ours(byte[] json) {
        try {
            return Optional.ofNullable(read(json));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object read(byte[] json) {
        return WireReader.read(json, UnknownFields.REFUSE, TREE).orElse(null);
    }

    /** Some bytes are replaced, taken out or put in, or the end is missing. */
    private static byte[] damaged(Random random, byte[] json) {
        var text = new StringBuilder(new String(json, UTF_8));
        for (var times = 1 + random.nextInt(2); times > 0; times--) {
            var at = 4 + random.nextInt(text.length() - 4);
            var letter = DAMAGE.charAt(random.nextInt(DAMAGE.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, letter);
                default -> text.setLength(Math.max(5, at));
            }
        }
        // Half a character in Java is no damage that can come over the wire.
        return text.toString().getBytes(UTF_8);
    }

    private static @Nullable Object tree(Random random, int deepest) {
        switch (random.nextInt(deepest > 0 ? 9 : 7)) {
            case 0:
                return null;
            case 1:
                return random.nextBoolean();
            case 2:
                return random.nextInt(100_000) - 50_000;
            case 3:
                return random.nextLong() | 0x4000_0000_0000_0000L;
            case 4:
                return random.nextInt(2000) / 8.0 + 1e20 * random.nextInt(2);
            case 5:
            case 6:
                return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
            case 7:
                var list = new ArrayList<@Nullable Object>();
                for (var items = random.nextInt(4); items > 0; items--) {
                    list.add(tree(random, deepest - 1));
                }
                return list;
            default:
                var map = new LinkedHashMap<String, @Nullable Object>();
                for (var members = random.nextInt(4); members > 0; members--) {
                    map.put(TEXTS[random.nextInt(TEXTS.length)], tree(random, deepest - 1));
                }
                return map;
        }
    }
}
