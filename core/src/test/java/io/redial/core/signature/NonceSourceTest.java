package io.redial.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NonceSourceTest {
    private static final int MANY = 200_000;

    static Stream<NonceSource> sources() {
        return Stream.of(NonceSource.numbers(), NonceSource.uuids(), WeylNonces.numbers(new SplittableRandom(1)));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noNonceComesTwice(NonceSource nonces) {
        var given = IntStream.range(0, MANY).parallel().mapToObj(i -> nonces.next());

        assertThat(new HashSet<>(given.toList())).hasSize(MANY);
    }

    @Test
    void numbersArePositiveAndFitAnInt() {
        var nonces = WeylNonces.numbers(new SplittableRandom(2));

        assertThat(Stream.generate(nonces::next).limit(MANY).mapToInt(Integer::parseInt))
                .allMatch(nonce -> nonce > 0);
    }

    @Test
    void zeroIsPassedOver() {
        RandomGenerator startingAtZero = () -> 0;
        var nonces = WeylNonces.numbers(startingAtZero);

        assertThat(Stream.generate(nonces::next).limit(3)).containsExactly("1", "2", "3");
    }

    @Test
    void uuidsAreUuids() {
        var nonce = NonceSource.uuids().next();

        assertThat(UUID.fromString(nonce)).hasToString(nonce);
    }

    @Test
    void twoSourcesDoNotWalkInEachOthersTracks() {
        var first = WeylNonces.numbers(new SplittableRandom(3));
        var second = WeylNonces.numbers(new SplittableRandom(4));
        var given = new HashSet<>(Stream.generate(first::next).limit(1_000).toList());

        assertThat(Stream.generate(second::next).limit(1_000)).doesNotContainAnyElementsOf(given);
    }
}
