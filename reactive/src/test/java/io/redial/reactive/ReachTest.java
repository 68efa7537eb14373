package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    /** Two pages of 1,000 of 5,000 rows, the second with the total of the table. */
    @ParameterizedTest(name = "total {0}: known {1}, next {2}+{3}")
    @CsvSource({
        "5000, 2000, 2000, 1000",
        "5007, 2000, 2000, 1000",
        "4999,  999,  998,  998",
        "4990,  990,  980,  980",
        "4500,  500,    0, 1000",
        "4000,    0,    0, 1000",
        "1000,    0,    0, 1000",
    })
    void itGoesBackAsFarAsTheTotalFell(long total, long known, long from, long size) {
        var first = Reach.from(0, 1_000, true);
        var second = first.after(first.next(), 1_000, 5_000L);
        var third = second.after(second.next(), 1_000, total);

        assertThat(third.known()).isEqualTo(known);
        assertThat(third.next()).isEqualTo(new Reach.Stretch(from, size));
    }

    @Test
    void withoutKeysItOnlyGoesOn() {
        var first = Reach.from(0, 100, false);
        var second = first.after(first.next(), 100, 500L);

        assertThat(second.after(second.next(), 100, 400L).next()).isEqualTo(new Reach.Stretch(200, 100));
    }

    @Test
    void itNeverGoesBackBehindItsBeginning() {
        var first = Reach.from(3_000, 1_000, true);
        var second = first.after(first.next(), 1_000, 9_000L);

        assertThat(second.after(second.next(), 1_000, 8_000L).next()).isEqualTo(new Reach.Stretch(3_000, 1_000));
    }

    /** The first page asked for 100. */
    @ParameterizedTest(name = "{0} rows of {1}: ends {2}")
    @CsvSource({
        "100,    , false",
        " 99,    , true",
        "  0,    , true",
        "101,    , true",
        "100, 100, true",
        "100, 101, false",
        " 50, 200, false",
        " 50,  50, true",
        "  0, 200, true",
        "768, 768, true",
    })
    void itEndsWhereTheTotalSaysElseWithAPageThatIsNotFull(int rows, Long total, boolean ends) {
        var first = Reach.from(0, 100, true);

        assertThat(first.after(first.next(), rows, total).endsWith(first.next(), rows))
                .isEqualTo(ends);
    }

    @Test
    void aServerWithSmallerPagesIsAskedForThose() {
        var first = Reach.from(0, 100, true);

        assertThat(first.after(first.next(), 50, 200L).next()).isEqualTo(new Reach.Stretch(50, 50));
    }
}
