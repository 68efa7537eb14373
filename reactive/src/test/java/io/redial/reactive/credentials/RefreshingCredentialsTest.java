package io.redial.reactive.credentials;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.error.CredentialsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class RefreshingCredentialsTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<CompletableFuture<Credentials>> fetches = new ArrayList<>();
    private final CredentialsProvider provider = Keys.builder()
            .scheduler(time)
            .build()
            .refreshing(() -> {
                var fetch = new CompletableFuture<Credentials>();
                fetches.add(fetch);
                return fetch;
            });

    @ParameterizedTest(name = "keys for {0} s are fetched anew after {1} s and used for {2} s")
    @CsvSource({
        "7200, 6900, 7190",
        "1800, 1500, 1790",
        "1500, 1200, 1490",
        " 600,  480,  590",
        " 100,   80,   95",
        "  10,    8,  9.5",
        "   1,    1, 0.95",
    })
    void othersAreFetchedInTime(int life, double refreshFrom, double usableUntil) {
        fetched("first", Duration.ofSeconds(life));
        var refreshMillis = (long) (refreshFrom * 1000);
        var usableMillis = (long) (usableUntil * 1000);

        passMillis(Math.min(refreshMillis, usableMillis) - 1);
        assertThat(keys()).isCompletedWithValueMatching(named("first"));
        assertThat(fetches).hasSize(1);

        passMillis(1);
        var ask = keys();
        assertThat(fetches).hasSize(2);
        assertThat(ask.isDone()).isEqualTo(refreshMillis < usableMillis);

        passMillis(usableMillis - Math.min(refreshMillis, usableMillis) - (refreshMillis < usableMillis ? 1 : 0));
        assertThat(keys().isDone()).isEqualTo(refreshMillis < usableMillis);
        passMillis(1);
        assertThat(keys()).isNotDone();
    }

    @Test
    void aThousandCallsAtTheEndOfTheKeysFetchOthersOnce() {
        fetched("first", Duration.ofMinutes(10));
        pass(Duration.ofMinutes(10));

        var waiting = IntStream.range(0, 1_000).mapToObj(call -> keys()).toList();
        assertThat(fetches).hasSize(2);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        fetches.get(1).complete(temporary("second", Duration.ofMinutes(10)));
        assertThat(waiting).allSatisfy(call -> assertThat(call).isCompletedWithValueMatching(named("second")));
        assertThat(keys()).isCompletedWithValueMatching(named("second"));
        assertThat(fetches).hasSize(2);
    }

    @Test
    void theOldKeysSignWhileOthersAreFetched() {
        fetched("first", Duration.ofHours(2));
        pass(Duration.ofMinutes(116));

        assertThat(keys()).isCompletedWithValueMatching(named("first"));
        assertThat(keys()).isCompletedWithValueMatching(named("first"));
        fetches.get(1).complete(temporary("second", Duration.ofHours(2)));

        assertThat(keys()).isCompletedWithValueMatching(named("second"));
        assertThat(fetches).hasSize(2);
    }

    @Test
    void whoeverCancelsTakesOnlyItselfOut() {
        var impatient = keys();
        var patient = keys();
        var subscription = Mono.fromCompletionStage(provider::resolve).subscribe();

        impatient.cancel(true);
        subscription.dispose();
        assertThat(fetches).singleElement().satisfies(fetch -> assertThat(fetch).isNotCancelled());

        fetches.get(0).complete(temporary("first", Duration.ofHours(1)));
        assertThat(patient).isCompletedWithValueMatching(named("first"));
    }

    @Test
    void aFailedRefreshIsTriedAgainMoreAndMoreSeldomAndNotHeardOf() {
        fetched("first", Duration.ofHours(2));
        pass(Duration.ofMinutes(115));

        var gaps = new ArrayList<Long>();
        var last = time.now(MILLISECONDS);
        for (var second = 0; second < 280; second++) {
            assertThat(keys()).isCompletedWithValueMatching(named("first"));
            var fetch = fetches.get(fetches.size() - 1);
            if (!fetch.isDone()) {
                fetch.completeExceptionally(new CredentialsException("no luck"));
                gaps.add((time.now(MILLISECONDS) - last) / 1_000);
                last = time.now(MILLISECONDS);
            }
            pass(Duration.ofSeconds(1));
        }

        assertThat(gaps).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L, 64L);
    }

    @Test
    void theFailureIsToldWhenTheKeysHaveEndedAndOnlyThenAndIsNotRepeatedForASecond() {
        fetched("first", Duration.ofMinutes(10));
        pass(Duration.ofMinutes(9));
        assertThat(keys()).isCompletedWithValueMatching(named("first"));
        fetches.get(1).completeExceptionally(new CredentialsException("no luck"));

        pass(Duration.ofMinutes(1));
        var waiting = List.of(keys(), keys());
        assertThat(fetches).hasSize(3);
        fetches.get(2).completeExceptionally(new CredentialsException("no luck again"));
        assertThat(waiting)
                .allSatisfy(call -> assertThat(call)
                        .failsWithin(Duration.ZERO)
                        .withThrowableThat()
                        .withMessageContaining("no luck again"));

        passMillis(999);
        assertThat(keys()).isCompletedExceptionally();
        assertThat(fetches).hasSize(3);
        passMillis(1);
        var recovering = keys();
        fetches.get(3).complete(temporary("second", Duration.ofMinutes(10)));
        assertThat(recovering).isCompletedWithValueMatching(named("second"));
    }

    @Test
    void keysWithoutAnEndAreLookedUpEveryMinuteAndKeptIfThatFails() {
        keys();
        fetches.get(0).complete(Credentials.of("first", "hush"));
        pass(Duration.ofSeconds(59));
        keys();
        assertThat(fetches).hasSize(1);

        pass(Duration.ofSeconds(1));
        keys();
        fetches.get(1).completeExceptionally(new CredentialsException("being written"));
        pass(Duration.ofDays(10));
        assertThat(keys()).isCompletedWithValueMatching(named("first"));
        fetches.get(2).complete(Credentials.of("second", "hush"));
        assertThat(keys()).isCompletedWithValueMatching(named("second"));
    }

    @Test
    void aSourceThatNeverAnswersIsGivenUpAfterHalfAMinute() {
        var waiting = keys();

        pass(Duration.ofSeconds(30));

        assertThat(fetches.get(0)).isCancelled();
        assertThat(waiting)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(CredentialsException.class)
                .withMessageContaining("no keys could be fetched: no answer in time");
    }

    @Test
    void expiredKeysAreNoneAndTheMessagesOfOthersAreNotRepeated() {
        var expired = keys();
        fetches.get(0).complete(temporary("first", Duration.ofSeconds(-1)));
        assertThat(expired)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("the keys that were fetched have expired at 1969-12-31T23:59:59Z");

        pass(Duration.ofSeconds(1));
        var broken = keys();
        fetches.get(1).completeExceptionally(new IllegalStateException("hush did not open it"));
        assertThat(broken)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(CredentialsException.class)
                .withMessageEndingWith("no keys could be fetched: IllegalStateException");
    }

    private void fetched(String name, Duration life) {
        keys();
        fetches.get(fetches.size() - 1).complete(temporary(name, life));
    }

    private CompletableFuture<Credentials> keys() {
        return provider.resolve().toCompletableFuture();
    }

    private Credentials temporary(String name, Duration life) {
        return Credentials.of(name, "hush", "quiet")
                .until(Instant.ofEpochMilli(time.now(MILLISECONDS)).plus(life));
    }

    private static Predicate<Credentials> named(String name) {
        return keys -> keys.secretId().equals(name);
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    private void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }
}
