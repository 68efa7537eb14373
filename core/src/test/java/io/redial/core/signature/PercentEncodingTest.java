package io.redial.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "azAZ09-._~, azAZ09-._~",
                "\" \", %20",
                "+, %2B",
                "*, %2A",
                "%, %25",
                "a/b=c&d, a%2Fb%3Dc%26d",
                "测, %E6%B5%8B",
                "\uD83D\uDE00, %F0%9F%98%80",
                "@`[{, %40%60%5B%7B",
                "\"\", \"\"",
            })
    void everythingButTheUnreservedIsEncoded(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    }

    @Test
    void namesAreEncodedToo() {
        assertThat(PercentEncoding.encode(new TreeMap<>(Map.of("B", "2", "a b", "="))))
                .isEqualTo("B=2&a%20b=%3D");
    }
}
