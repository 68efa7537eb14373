package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are milliseconds here. */
class ShortestRoundTripTest {
    private static final long MS = 1_000_000;

    private final ShortestRoundTrip shortest = new ShortestRoundTrip();

    @ParameterizedTest(name = "after {0} ms: {1}")
    @CsvSource({"0, 0", "1999, 0", "2000, 40", "9999, 40", "19999, 40"})
    void nothingIsReliedOnInTheFirstTwoSeconds(long now, long expected) {
        add(0, 40);

        assertThat(get(now)).isEqualTo(expected);
    }

    @Test
    void nothingIsKnownWithoutAnAnswer() {
        assertThat(get(0)).isZero();
        assertThat(get(5000)).isZero();
    }

    @ParameterizedTest(name = "{0} of 100 ms and {1} of 120 ms -> {2}")
    @CsvSource({
        "  1,   0, 100",
        "  2,   2,  92",
        "  8,   8,  96",
        "200, 200,  99",
    })
    void fewOrRestlessOnesAreBelievedLess(int quick, int slow, long expected) {
        for (var i = 0; i < quick; i++) {
            add(0, 100);
        }
        for (var i = 0; i < slow; i++) {
            add(0, 120);
        }

        assertThat(get(2000)).isEqualTo(expected);
    }

    @Test
    void aShorterRouteIsLearntAtOnce() {
        add(0, 100);
        add(3000, 20);

        assertThat(get(3000)).isLessThan(20);
    }

    @Test
    void aLongerRouteIsLearntWithinTwentySeconds() {
        add(0, 20);
        for (var now = 1000; now < 20_000; now += 1000) {
            add(now, 100);
        }
        assertThat(get(19_999)).isLessThan(20);

        add(20_000, 100);
        assertThat(get(20_000)).isEqualTo(100);
    }

    @Test
    void aLongSilenceEndsWhatIsKnown() {
        add(0, 40);
        assertThat(get(20_000)).isZero();

        add(21_000, 40);
        assertThat(get(21_999)).isZero();
        assertThat(get(22_000)).isEqualTo(40);
    }

    @Test
    void aClockThatStoodStillIsNoShorterThanNothing() {
        add(0, -5);

        assertThat(get(2000)).isZero();
    }

    private void add(long now, long roundTrip) {
        shortest.add(now * MS, roundTrip * MS);
    }

    private long get(long now) {
        return shortest.get(now * MS) / MS;
    }
}
