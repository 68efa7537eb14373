package io.redial.emulator.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row is a script: at these milliseconds requests arrive, and + or - says which are admitted. */
class QuotaCounterTest {
    private static final long PERIOD = 1_000_000_000;
    private static final Supplier<QuotaCounter> SLIDING = QuotaCounter.sliding(PERIOD);
    private static final Supplier<QuotaCounter> FIXED = QuotaCounter.fixed(PERIOD);
    private static final Supplier<QuotaCounter> BUCKET = QuotaCounter.bucket(PERIOD);

    static Stream<Arguments> scripts() {
        return Stream.of(
                script("sliding: the period after the first, one comes home", SLIDING, 2, "0+ 0+ 0- 999- 1000+ 1000+"),
                script(
                        "sliding: one comes home after the other",
                        SLIDING,
                        2,
                        "0+ 600+ 999- 1000+ 1599- 1600+ 1999- 2000+"),
                script(
                        "sliding: no second holds twice the limit",
                        SLIDING,
                        2,
                        "900+ 999+ 1000- 1500- 1900+ 1998- 1999+"),
                script("sliding: what was refused is not counted", SLIDING, 1, "0+ 500- 999- 1000+"),
                script("fixed: counts from zero at every turn", FIXED, 2, "0+ 999+ 999- 1000+ 1000+ 1000- 2000+"),
                script("fixed: up to twice the limit around a turn", FIXED, 2, "998+ 999+ 1000+ 1001+ 1002- 1999-"),
                script("fixed: what was refused is not counted", FIXED, 1, "0+ 1- 2- 1000+"),
                script("fixed: times before 1970 have windows too", FIXED, 1, "-1500+ -1001- -1000+ -1- 0+"),
                script("bucket: full at first, then one in half a second", BUCKET, 2, "0+ 0+ 0- 499- 500+ 999- 1000+"),
                script("bucket: up to twice the limit in the first second", BUCKET, 2, "0+ 0+ 500+ 999- 1000+ 1000-"),
                script("bucket: never more than full", BUCKET, 2, "0+ 9000+ 9000+ 9000- 9500+"),
                script("bucket: a clock that goes back fills nothing", BUCKET, 1, "5000+ 4000- 5999- 6000+"),
                script("off: everything", QuotaCounter.off(), 1, "0+ 0+ 0+"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void script_admitsAsExpected(String name, Supplier<QuotaCounter> rule, int permits, String script) {
        var counter = rule.get();
        var actual = new StringBuilder();
        for (var step : script.split(" ")) {
            var millis = Long.parseLong(step.substring(0, step.length() - 1));
            actual.append(millis).append(counter.admit(millis * 1_000_000, permits) ? "+ " : "- ");
        }
        assertThat(actual.toString().strip()).isEqualTo(script);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void raisedLimit_appliesImmediately(Supplier<QuotaCounter> rule) {
        var counter = rule.get();
        assertThat(counter.admit(0, 1)).isTrue();
        assertThat(counter.admit(0, 1)).isFalse();
        assertThat(counter.admit(PERIOD / 2, 4)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void loweredLimit_appliesImmediately(Supplier<QuotaCounter> rule) {
        var counter = rule.get();
        assertThat(counter.admit(0, 4)).isTrue();
        assertThat(counter.admit(0, 4)).isTrue();
        assertThat(counter.admit(0, 1)).isEqualTo(counter instanceof TokenBucketCounter);
        assertThat(counter.admit(0, 1)).isFalse();
    }

    static Stream<Supplier<QuotaCounter>> rules() {
        return Stream.of(SLIDING, FIXED, BUCKET);
    }

    @Test
    void tokenBucket_isExactOverALongTime() {
        var bucket = BUCKET.get();
        var admitted = 0;
        for (var millis = 0L; millis < 60_000; millis++) {
            admitted += bucket.admit(millis * 1_000_000, 35) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(35 + 60 * 35 - 1);
    }

    private static Arguments script(String name, Supplier<QuotaCounter> rule, int permits, String script) {
        return Arguments.of(name, rule, permits, script);
    }
}
