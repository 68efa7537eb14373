package io.redial.reactive.fleet;

import static io.redial.reactive.fleet.ScriptedCloud.template;
import static io.redial.reactive.fleet.ScriptedCloud.upgrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.FollowableRequest;
import io.redial.core.Handle;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TaskFailedException;
import io.redial.core.error.TransportException;
import io.redial.core.protocol.Target;
import io.redial.reactive.fleet.ScriptedCloud.Fate;
import io.redial.tencent.redis.TencentRedisActions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The rules of a fleet run, in virtual time. */
class FleetTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedCloud cloud = new ScriptedCloud(time);
    private final List<FleetEvent> events = new ArrayList<>();
    private Throwable error;

    @Test
    void aRequestIsAcceptedAndProgressesAndSucceeds() {
        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(told()).containsExactly("1 Accepted", "1 Progressed", "1 Succeeded", "Finished");
        assertThat(summary())
                .isEqualTo(new FleetSummary(1, 1, 1, 0, 0, Duration.ofMillis(1100), null))
                .matches(FleetSummary::allSucceeded);
    }

    @Test
    void asManyAreUnderWayAsAllowedAndNoMoreAreRead() {
        var read = new AtomicInteger();
        var requests = Flux.range(1, 10).map(i -> upgrade("crs-" + i)).doOnNext(r -> read.incrementAndGet());

        subscribe(FleetOptions.defaults().withInFlight(3), requests);
        time.advanceTimeBy(Duration.ofMillis(500));
        assertThat(read).hasValue(3);
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(cloud.mostUnderWay).isEqualTo(3);
        assertThat(summary().succeeded()).isEqualTo(10);
    }

    @Test
    void requestsThatShareAnInstanceGoOneAfterTheOtherInTheirOrder() {
        run(FleetOptions.defaults(), upgrade("a"), upgrade("b"), template("a", "b"), upgrade("b"), upgrade("c"));

        assertThat(cloud.sent).containsExactly("a", "b", "c", "a+b", "b");
        assertThat(told().filter(event -> event.startsWith("3") || event.equals("1 Succeeded")))
                .containsExactly("1 Succeeded", "3 Accepted", "3 Progressed", "3 Succeeded");
        assertThat(summary().succeeded()).isEqualTo(5);
    }

    @Test
    void afterOneThatFailedTheOthersOfItsInstanceAreSkippedEvenThoseReadMuchLater() {
        cloud.script("a", Fate.ACCEPTED_AND_FAILS);

        run(
                FleetOptions.defaults().withInFlight(2),
                upgrade("a"),
                template("a", "b"),
                upgrade("b"),
                upgrade("c"),
                upgrade("c"),
                upgrade("a"));

        assertThat(cloud.sent).containsExactly("a", "c", "c");
        assertThat(told().filter(event -> event.contains("Failed") || event.contains("Skipped")))
                .containsExactly("1 Failed", "2 Skipped", "3 Skipped", "6 Skipped");
        assertThat(all(FleetEvent.Skipped.class))
                .extracting(FleetEvent.Skipped::why)
                .startsWith("request 1 (UpgradeInstance of a) has failed");
        assertThat(all(FleetEvent.Failed.class)).allMatch(FleetEvent.Failed::accepted);
        assertThat(summary())
                .isEqualTo(new FleetSummary(6, 3, 2, 1, 3, summary().elapsed(), null));
    }

    @Test
    void aLongLineForOneInstanceDoesNotBecomeADeepStack() {
        cloud.script("a", Fate.REFUSED);

        run(
                FleetOptions.defaults().withInFlight(FleetOptions.MAX_IN_FLIGHT),
                IntStream.range(0, 10_000).mapToObj(i -> upgrade("a")).toArray(FollowableRequest<?>[]::new));

        assertThat(summary().skipped()).isEqualTo(9_999);
    }

    @Test
    void aBusyInstanceIsWaitedForLongerEachTime() {
        cloud.script("a", Fate.BUSY, Fate.BUSY, Fate.BUSY, Fate.BUSY, Fate.BUSY, Fate.BUSY, Fate.BUSY);

        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(all(FleetEvent.Waiting.class))
                .extracting(waiting -> waiting.pause().toMillis())
                .containsExactly(750L, 1500L, 3000L, 6000L, 12_000L, 22_500L, 22_500L);
        assertThat(all(FleetEvent.Waiting.class)).allMatch(waiting -> waiting.reason() instanceof ServiceException);
        assertThat(summary().succeeded()).isOne();
    }

    @Test
    void patienceWithABusyInstanceEnds() {
        cloud.script("a", Stream.generate(() -> Fate.BUSY).limit(100).toArray(Fate[]::new));

        run(FleetOptions.defaults().withBusyPatience(Duration.ofSeconds(10)), upgrade("a"));

        assertThat(cloud.sent).hasSize(4);
        assertThat(all(FleetEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.error()).hasMessageContaining(ScriptedCloud.BUSY))
                .matches(failed -> !failed.accepted());
    }

    @Test
    void muchPatienceDoesNotBecomeADeepStack() {
        cloud.script("a", Stream.generate(() -> Fate.BUSY).limit(3000).toArray(Fate[]::new));

        subscribe(FleetOptions.defaults().withBusyPatience(Duration.ofDays(9)), Flux.just(upgrade("a")));
        time.advanceTimeBy(Duration.ofDays(1));

        assertThat(cloud.sent).hasSize(3001);
        assertThat(summary().succeeded()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        // stop after, failures and skipped of 6 requests, two under way, the first four of which are refused
        "1, 2, 0, 2",
        "3, 4, 0, 4",
        "99, 4, 2, 6",
    })
    void failuresStopTheRunWhenThereAreAsManyAsWerePermitted(int stopAfter, int failed, int succeeded, int requests) {
        Stream.of("a", "b", "c", "d").forEach(id -> cloud.script(id, Fate.REFUSED));

        run(
                FleetOptions.defaults().withInFlight(2).withStopAfter(stopAfter),
                Stream.of("a", "b", "c", "d", "e", "f")
                        .map(ScriptedCloud::upgrade)
                        .toArray(FollowableRequest<?>[]::new));

        assertThat(summary())
                .isEqualTo(new FleetSummary(
                        requests,
                        succeeded,
                        succeeded,
                        failed,
                        0,
                        summary().elapsed(),
                        summary().stopped()));
        assertThat(summary().stopped() != null).isEqualTo(stopAfter < 99);
        assertThat(summary().allSucceeded()).isFalse();
    }

    @Test
    void aStopFollowsWhatIsAcceptedAndSkipsWhatIsKnownAndCancelsTheInput() {
        var stop = Sinks.<String>one();
        var read = new AtomicInteger();
        cloud.script("b", Stream.generate(() -> Fate.BUSY).limit(100).toArray(Fate[]::new));
        cloud.script("d", Fate.TAKEN_BUT_UNANSWERED);

        subscribe(
                FleetOptions.defaults().withInFlight(4).withStopWhen(stop.asMono()),
                Flux.just("a", "b", "a", "d", "e", "f")
                        .map(ScriptedCloud::upgrade)
                        .doOnNext(request -> read.incrementAndGet()));
        time.advanceTimeBy(Duration.ofMillis(105));
        stop.tryEmitValue("now");
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(read).hasValue(4);
        assertThat(cloud.sent).containsExactly("a", "b", "d");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "1 Accepted",
                        "2 Waiting",
                        "2 Skipped",
                        "4 Accepted",
                        "1 Progressed",
                        "4 Progressed",
                        "1 Succeeded",
                        "3 Skipped",
                        "4 Succeeded",
                        "Finished");
        assertThat(summary().stopped()).isEqualTo("it was told to stop");
        assertThat(summary().allSucceeded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // what happens to the first call, how often it is sent, how often the work is done, how it ends
        "ACCEPTED,                          1, 1, Succeeded",
        "TAKEN_BUT_UNANSWERED,              1, 1, Succeeded",
        "SERVER_FAILURE_AFTER_ALL_WAS_DONE, 1, 1, Succeeded",
        "LOST,                              2, 1, Succeeded",
        "SERVER_FAILURE,                    2, 1, Succeeded",
        "LOST_AND_NOBODY_KNOWS,             1, 0, Failed",
        "ACCEPTED_WITHOUT_A_HANDLE,         1, 0, Failed",
        "REFUSED,                           1, 0, Failed",
        "NO_CONNECTION,                     1, 0, Failed",
        "ACCEPTED_AND_FAILS,                1, 1, Failed",
    })
    void nothingIsDoneTwice(Fate fate, int sent, int done, String end) {
        cloud.script("a", fate);

        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(cloud.sent).hasSize(sent);
        assertThat(cloud.taken.getOrDefault("a", 0)).isEqualTo(done);
        assertThat(told()).last().isEqualTo("Finished");
        assertThat(told()).contains("1 " + end);
    }

    @ParameterizedTest
    @CsvSource({"LOST_AND_NOBODY_KNOWS", "ACCEPTED_WITHOUT_A_HANDLE"})
    void whatNobodyCanTellHasFailedWithThatReason(Fate fate) {
        cloud.script("a", fate);

        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(all(FleetEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.error()).isInstanceOf(OutcomeUnknownException.class))
                .matches(failed -> !failed.accepted());
    }

    @Test
    void theCloudIsAskedFromTheMomentBeforeTheCall() {
        cloud.script("a", Fate.LOST);

        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(cloud.asked).containsOnly("a 0");
    }

    @Test
    void thatACallWasNotTakenIsNotBelievedWhileItMayBeOnItsWay() {
        cloud.script("a", Fate.LOST);

        subscribe(FleetOptions.defaults(), Flux.just(upgrade("a")));
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(cloud.asked).hasSize(1);
        cloud.has("a", Handle.of(Handle.Kind.DEAL, "late"), false);
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(cloud.sent).hasSize(1);
        assertThat(summary().succeeded()).isOne();
    }

    @Test
    void withoutAListOfTasksNothingIsSent() {
        cloud.meeting = Mono.error(new ServiceException(ScriptedCloud.CALL, "UnauthorizedOperation", "no", "r-1"));

        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(error).hasMessageContaining("UnauthorizedOperation");
        assertThat(cloud.sent).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aCallThatIsLostAgainAndAgainIsGivenUpAfterTheCloudWasAsked() {
        cloud.script("a", Fate.LOST, Fate.LOST, Fate.LOST, Fate.LOST);

        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(cloud.sent).hasSize(3);
        assertThat(cloud.asked).hasSize(6);
        assertThat(all(FleetEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.error()).isInstanceOf(TransportException.class));
    }

    @Test
    void workThatFailsNamesItsHandle() {
        cloud.script("a", Fate.ACCEPTED_AND_FAILS);

        run(FleetOptions.defaults(), upgrade("a"));

        assertThat(told()).containsExactly("1 Accepted", "1 Progressed", "1 Failed", "Finished");
        assertThat(all(FleetEvent.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.error()).isInstanceOf(TaskFailedException.class);
            assertThat(failed.handle()).hasToString("deal:91/changed/a");
        });
    }

    @Test
    void aBrokenInputIsTheErrorOfTheRunAfterWhatRunsIsFollowed() {
        subscribe(
                FleetOptions.defaults(),
                Flux.just(upgrade("a"), upgrade("a"))
                        .concatWith(Flux.error(new IllegalStateException("no more rows"))));
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(told()).containsExactly("1 Accepted", "1 Progressed", "1 Succeeded", "2 Skipped");
        assertThat(error).hasMessage("no more rows");
    }

    @Test
    void cancellingEndsAllLookUpsAndSendsNothingMore() {
        var running = subscribe(
                FleetOptions.defaults().withInFlight(2),
                Flux.just("a", "b", "c", "a").map(ScriptedCloud::upgrade));
        time.advanceTimeBy(Duration.ofMillis(500));
        assertThat(cloud.underWay).isEqualTo(2);

        running.dispose();
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(cloud.underWay).isZero();
        assertThat(cloud.sent).containsExactly("a", "b");
        assertThat(told()).containsExactly("1 Accepted", "2 Accepted");
    }

    @Test
    void eachSubscriptionIsARunOfItsOwn() {
        var run = fleet(FleetOptions.defaults()).run(Flux.just(upgrade("a")));
        assertThat(cloud.sent).isEmpty();

        run.subscribe(events::add);
        run.subscribe(events::add);
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(cloud.sent).containsExactly("a", "a");
        assertThat(all(FleetEvent.Finished.class)).hasSize(2);
    }

    @Test
    void optionsHaveTheirRanges() {
        var options = FleetOptions.defaults();

        assertThatThrownBy(() -> options.withInFlight(0)).hasMessage("inFlight is 1 to 10000, not 0");
        assertThatThrownBy(() -> options.withInFlight(10_001)).hasMessage("inFlight is 1 to 10000, not 10001");
        assertThatThrownBy(() -> options.withStopAfter(0)).hasMessage("stopAfter is at least 1 failure, not 0");
        assertThatThrownBy(() -> options.withBusyPatience(Duration.ofSeconds(-1)))
                .hasMessage("busyPatience is not negative, but PT-1S");
    }

    private void run(FleetOptions options, FollowableRequest<?>... requests) {
        subscribe(options, Flux.just(requests));
        time.advanceTimeBy(Duration.ofHours(1));
    }

    private Disposable subscribe(FleetOptions options, Flux<? extends FollowableRequest<?>> requests) {
        return fleet(options).run(requests).subscribe(events::add, failure -> error = failure);
    }

    private Fleet fleet(FleetOptions options) {
        var target = new Target(URI.create("https://redis.example.com"), "ap-guangzhou");
        return new Fleet(
                new Surroundings(
                        cloud,
                        cloud,
                        target,
                        new Actions(TencentRedisActions.all()),
                        time,
                        Schedulers.immediate(),
                        () -> 0.5),
                options);
    }

    private Stream<String> told() {
        return events.stream().map(event -> {
            var kind = event.getClass().getSimpleName();
            return event instanceof FleetEvent.OfRequest one ? one.number() + " " + kind : kind;
        });
    }

    private <T extends FleetEvent> List<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private FleetSummary summary() {
        assertThat(error).isNull();
        return all(FleetEvent.Finished.class).get(0).summary();
    }
}
