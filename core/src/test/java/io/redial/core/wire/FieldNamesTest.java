package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.wire.WireReader.UnknownFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {
    private static final int MANY = 70;
    private static final FieldNames NAMES = FieldNames.of(
            IntStream.range(0, MANY).mapToObj(FieldNamesTest::name).toArray(String[]::new));
    private static final WireType<List<Integer>> NUMBERS = reader(NAMES);

    @Test
    void membersAreFoundInWhateverOrderTheyCome() {
        IntStream.range(0, 2000).parallel().forEach(seed -> {
            var order = new ArrayList<>(IntStream.range(0, MANY).boxed().toList());
            if (seed % 3 != 0) {
                Collections.shuffle(order, new Random(seed));
            }
            var some = order.subList(0, MANY - seed % MANY);

            assertThat(read(json(some), UnknownFields.REFUSE)).isEqualTo(some);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'new': {'deep': [1, {'F1': 2}]}, 'F1': 0} | 1",
                "{'F1': 0, 'F': 1, 'F2': 0, 'F10': 'x', 'f3': null} | 1 2 10",
                "{'\\u00461': 0, 'F\\u0032': 0} | 1 2",
                "{ 'F1' : 0 , 'F2'\t: 0 } | 1 2",
                "{'F1': 0, 'F1': 0, 'F0': 0} | 1 1 0",
                "{} | ''",
            })
    void onlyWhatTheStructureHasIsGiven(String json, String expected) {
        var numbers = read(json.replace('\'', '"'), UnknownFields.SKIP);

        assertThat(String.join(" ", numbers.stream().map(String::valueOf).toList()))
                .isEqualTo(expected);
    }

    @Test
    void whatTheStructureDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> read("{\"F1\": 1, \"ÿ\": 2}", UnknownFields.REFUSE))
                .hasMessage("unknown field 'ÿ'");
    }

    @Test
    void namesOfAnyCaseAreOneName() {
        var type = reader(FieldNames.ofAnyCase("appid", "data"));

        for (var json : new String[] {"{\"appId\": 1, \"DATA\": 2}", "{\"APPID\": 1, \"data\": 2}"}) {
            assertThat(WireReader.read(json.getBytes(UTF_8), UnknownFields.REFUSE, type))
                    .containsExactly(0, 1);
        }
    }

    private static List<Integer> read(String json, UnknownFields unknown) {
        return WireReader.read(json.getBytes(UTF_8), unknown, NUMBERS);
    }

    private static String json(List<Integer> numbers) {
        return "{"
                + String.join(
                        ",",
                        numbers.stream()
                                .map(number -> "\"" + name(number) + "\":0")
                                .toList())
                + "}";
    }

    private static String name(int number) {
        return "F" + number;
    }

    private static WireType<List<Integer>> reader(FieldNames names) {
        return WireType.of((value, out) -> {}, in -> {
            var found = new ArrayList<Integer>();
            in.beginObject();
            var field = FieldNames.NONE;
            while ((field = in.nextField(names, field)) != FieldNames.NONE) {
                found.add(field);
            }
            return found;
        });
    }
}
