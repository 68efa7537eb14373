package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 0 | ''",
                "{'Limit': 20, 'All': true, 'Name': 'a b'} | 0 | All=true Limit=20 Name=a b",
                "{'Ids': ['x', 'y']} | 0 | Ids.0=x Ids.1=y",
                "{'Ids': ['x', 'y']} | 1 | Ids.1=x Ids.2=y",
                "{'Place': {'Zone': 1, 'Deep': {'er': 2}}} | 0 | Place.Deep.er=2 Place.Zone=1",
                "{'Filters': [{'Name': 'a', 'Values': ['b', 'c']}]} | 0 | "
                        + "Filters.0.Name=a Filters.0.Values.0=b Filters.0.Values.1=c",
                "{'Filters': [{'Name': 'a', 'Values': ['b']}]} | 1 | Filters.1.Name=a Filters.1.Values.1=b",
                "{'Lists': [['a'], ['b']]} | 0 | Lists.0.0=a Lists.1.0=b",
                "{'None': null, 'Empty': [], 'Nothing': {}, 'Text': ''} | 0 | Text=",
                "{'Small': 1.50, 'Large': 12345678901234567890} | 0 | Large=12345678901234567890 Small=1.50",
            })
    void anObjectBecomesFlat(String json, int firstIndex, String expected) {
        var flat = FlatParameters.of(json.replace('\'', '"').getBytes(UTF_8), firstIndex);

        assertThat(String.join(
                        " ", flat.entrySet().stream().map(Object::toString).toList()))
                .isEqualTo(expected);
    }

    @Test
    void theOrderIsThatOfAsciiAndNotOfNumbers() {
        var flat = FlatParameters.of("{\"a\":[1,2,3,4,5,6,7,8,9,10,11],\"B\":1}".getBytes(UTF_8), 0);

        assertThat(List.copyOf(flat.keySet())).startsWith("B", "a.0", "a.1", "a.10", "a.2");
    }
}
