package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are milliseconds here. The limit is 20 in a second. */
class LearnedLimitTest {
    private static final long MS = 1_000_000;

    private final LearnedLimit limit = new LearnedLimit(20, 1000 * MS);

    @Test
    void itIsTheConfiguredOneUntilSomethingIsRefused() {
        accepted(20, 0);

        assertThat(at(0)).isEqualTo(20);
        assertThat(at(1_000_000)).isEqualTo(20);
    }

    @ParameterizedTest(name = "named {0} -> {1}")
    @CsvSource({"12, 12", "1, 1", "0, 1"})
    void aLowerNamedLimitIsKeptAtOnce(int named, int expected) {
        accepted(20, 0);
        refused(100, 50, 5, named);

        assertThat(at(100)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "accepted {0}, still out {1}, named {2} -> {3}")
    @CsvSource({
        "13,  0,   , 13",
        "13,  0, 20, 13",
        "13,  0, 30, 13",
        "10,  3,   , 13",
        "20,  0,   , 19",
        " 0,  0,   , 1",
    })
    void otherwiseItIsCutToWhatWasAccepted(int accepted, int stillOut, @Nullable Integer named, int expected) {
        accepted(accepted, 0);
        refused(20, 10, stillOut, named);

        assertThat(at(20)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "accepted {0} ms before the refused one left -> {1}")
    @CsvSource({"0, 13", "1000, 13", "1099, 13", "1100, 1"})
    void onlyThePeriodBeforeCountsAndALittleMore(long before, int expected) {
        accepted(13, 5000 - before);
        refused(5010, 5000, 0, null);

        assertThat(at(5010)).isEqualTo(expected);
    }

    @Test
    void callsThatWereUnderWayAtTheCutDoNotCutAgain() {
        accepted(13, 0);
        refused(50, 0, 0, null);
        refused(55, 40, 0, null);
        refused(60, 50, 0, null);

        assertThat(at(60)).isEqualTo(13);
    }

    @Test
    void aCallThatLeftAfterTheCutDoes() {
        accepted(13, 0);
        refused(50, 0, 0, null);
        refused(100, 51, 0, null);

        assertThat(at(100)).isEqualTo(12);
    }

    @Test
    void whatWasTakenForAcceptedAndIsRefusedComesOff() {
        accepted(10, 0);
        refused(50, 0, 3, null);
        refused(51, 0, 2, null);
        assertThat(at(51)).isEqualTo(12);

        refused(52, 0, 1, null);
        refused(53, 0, 0, null);
        refused(54, 0, 0, null);
        assertThat(at(54)).isEqualTo(10);
    }

    @ParameterizedTest(name = "after {0} ms: {1}")
    @CsvSource({"7999, 12", "8000, 13", "8999, 13", "9000, 15", "10000, 19", "11000, 20", "12000, 20", "99999, 20"})
    void afterSomePatienceItGrowsByTwiceAsMuchInEachPeriod(long after, int expected) {
        refused(0, 0, 0, 12);

        assertThat(at(after)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "grown for {0} ms, accepted {1} -> {2}")
    @CsvSource({
        " 8000, 20, 13",
        " 8000,  5, 13",
        " 9000, 20, 14",
        "10000, 20, 16",
        "10000, 15, 15",
        "10000,  5, 13",
    })
    void aRefusalWhileItGrowsTakesBackTheGrowthAndNoMore(long grown, int accepted, int expected) {
        accepted(13, 0);
        refused(0, 0, 0, null);
        assertThat(at(grown)).isGreaterThan(13);

        accepted(accepted, grown);
        refused(grown + 10, grown, 0, null);

        assertThat(at(grown + 10)).isEqualTo(expected);
    }

    @Test
    void aNeighbourIsAskedAboutLessAndLessButAtLeastEvery32Seconds() {
        accepted(13, 0);
        refused(0, 0, 0, null);
        long now = 0;
        for (var patience : new long[] {8000, 16_000, 32_000, 32_000}) {
            assertThat(at(now + patience - 1)).isEqualTo(13);
            now += patience;
            assertThat(at(now)).isEqualTo(14);
            refused(now, now, 0, null);
        }
    }

    @Test
    void aNamedLimitIsAskedAboutEvery8Seconds() {
        refused(0, 0, 0, 12);
        for (var now = 8000; now <= 40_000; now += 8000) {
            assertThat(at(now - 1)).isEqualTo(12);
            assertThat(at(now)).isEqualTo(13);
            refused(now, now, 0, 12);
        }
    }

    @Test
    void onceItIsWholeAgainPatienceIsShortAgain() {
        accepted(13, 0);
        refused(0, 0, 0, null);
        refused(8000, 8000, 0, null);
        assertThat(at(60_000)).isEqualTo(20);

        accepted(13, 60_000);
        refused(60_000, 60_000, 0, null);

        assertThat(at(67_999)).isEqualTo(13);
        assertThat(at(68_000)).isEqualTo(14);
    }

    private void accepted(int count, long sentMillis) {
        for (var i = 0; i < count; i++) {
            limit.accepted(sentMillis * MS);
        }
    }

    private void refused(long nowMillis, long sentMillis, int stillOut, @Nullable Integer named) {
        limit.refused(nowMillis * MS, sentMillis * MS, stillOut, named);
    }

    private int at(long millis) {
        return limit.at(millis * MS);
    }
}
