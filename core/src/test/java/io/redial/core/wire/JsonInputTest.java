package io.redial.core.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{,}",
                "[1 2]",
                "[1,]",
                "[,1]",
                "[1}",
                "{\"a\":1]",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12",
                "\"\\u12g4\"",
                "\"\n\"",
                "01",
                "-",
                "-01",
                "1.",
                ".5",
                "+1",
                "1e",
                "1e+",
                "1.e1",
                "nul",
                "nulL",
                "True",
                "NaN",
                "'a'",
                "moved",
                "[\"a\"b]",
                "/* */ 1"
            })
    void isNoJson(String text) {
        assertThatThrownBy(() -> wholly(text.getBytes(UTF_8)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("not JSON: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\u00c3\"", "\"a\u00ff\u00fe\"", "\"\u00ed\u00a0\u0080\"", "\"\u00c0\u0080 \\n\""})
    void bytesThatAreNoUtf8AreNotReplaced(String bytes) {
        assertThatThrownBy(() -> wholly(bytes.getBytes(ISO_8859_1)))
                .hasMessageStartingWith("not JSON: a text that is not UTF-8");
    }

    @Test
    void aCharacterThatStandsForAMissingOneMayBeMeant() {
        assertThat(new JsonInput("\"\ufffd\"".getBytes(UTF_8)).text()).isEqualTo("\ufffd");
    }

    @Test
    void aMarkOfTheByteOrderIsPassedOver() {
        assertThat(new JsonInput("\ufeff 7".getBytes(UTF_8)).integer()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "'{\"a\":', }"})
    void whatLiesTooDeepIsRefusedBeforeTheStackEnds(String open, String close) {
        assertThat(wholly((open.repeat(499) + "[]" + close.repeat(499)).getBytes(UTF_8)))
                .isTrue();
        assertThatThrownBy(() -> wholly(open.repeat(100_000).getBytes(UTF_8)))
                .hasMessageContaining("lie deeper in each other than 500");
    }

    @Test
    void aNumberThatIsTooLongIsNotReckonedWith() {
        assertThatThrownBy(() -> wholly("9".repeat(1001).getBytes(UTF_8)))
                .hasMessage("a number is longer than 1000 characters");
    }

    private static boolean wholly(byte[] bytes) {
        var json = new JsonInput(bytes);
        read(json);
        return json.isAtEnd();
    }

    /** Reads all values, texts among them. */
    private static void read(JsonInput json) {
        switch (json.peek()) {
            case '{' -> {
                json.open();
                while (json.nextMember()) {
                    read(json);
                }
            }
            case '[' -> {
                json.open();
                while (json.nextItem()) {
                    read(json);
                }
            }
            case '"' -> json.text();
            default -> json.literal();
        }
    }
}
