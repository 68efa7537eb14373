package io.redial.reactive.fleet;

import static io.redial.reactive.fleet.ScriptedCloud.upgrade;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.FollowableRequest;
import io.redial.core.Handle;
import io.redial.core.protocol.Target;
import io.redial.reactive.fleet.ScriptedCloud.Fate;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.TencentRedisActions;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Runs with a journal, in virtual time, on a real disk. */
class JournalTest {
    private static final Actions ACTIONS = new Actions(TencentRedisActions.all());
    private static final Target GUANGZHOU = target("https://redis.example.com", "ap-guangzhou");
    private static final FleetOptions OPTIONS = FleetOptions.defaults().withInFlight(3);

    @TempDir
    private Path directory;

    private Path file;
    private int processes;
    private VirtualTimeScheduler time;
    private ScriptedCloud cloud;
    private List<FleetEvent> events;
    private Throwable error;

    @BeforeEach
    void anEmptyDirectory() {
        file = directory.resolve("run.journal");
        freshProcess();
    }

    @Test
    void thePlanComesFirstAndThenEachStepBeforeItIsTaken() {
        cloud.script("b", Fate.BUSY);
        cloud.script("c", Fate.REFUSED);

        run(OPTIONS.withInFlight(1), upgrade("a"), upgrade("b"), upgrade("c"), upgrade("c"));

        assertThat(lines())
                .containsExactly(
                        "journal",
                        "request 1",
                        "request 2",
                        "request 3",
                        "request 4",
                        "planned",
                        "sending 1",
                        "accepted 1",
                        "succeeded 1",
                        "sending 2",
                        "waiting 2",
                        "sending 2",
                        "accepted 2",
                        "succeeded 2",
                        "sending 3",
                        "failed 3",
                        "skipped 4");
        assertThat(events).first().isEqualTo(new FleetEvent.Planned(4, 0, 0));
        assertThat(summary())
                .isEqualTo(new FleetSummary(4, 2, 2, 1, 1, summary().elapsed(), null));
    }

    @Test
    void nothingIsSentBeforeTheWholePlanIsOnTheDisk() {
        var input = Sinks.many().unicast().<FollowableRequest<?>>onBackpressureBuffer();
        subscribe(fleet(OPTIONS, GUANGZHOU).run(input.asFlux(), file));
        input.tryEmitNext(upgrade("a"));
        time.advanceTimeBy(Duration.ofHours(1));
        assertThat(cloud.sent).isEmpty();

        input.tryEmitComplete();
        time.advanceTimeBy(Duration.ofHours(1));

        assertThat(cloud.sent).containsExactly("a");
        assertThat(summary().allSucceeded()).isTrue();
    }

    /** What is in the file is the whole truth: whatever a crash leaves of it, nothing is lost and nothing done twice. */
    @Test
    void aJournalThatIsCutOffAnywhereIsContinuedOrRefused() throws IOException {
        cloud.script("b", Fate.BUSY);
        cloud.script("c", Fate.ACCEPTED_AND_FAILS);
        cloud.script("d", Fate.LOST);
        run(OPTIONS, upgrade("a"), upgrade("b"), upgrade("c"), upgrade("d"));
        var whole = Files.readAllBytes(file);
        var planned = new String(whole, UTF_8).indexOf("\n", new String(whole, UTF_8).indexOf("\"planned\"")) + 1;

        for (var length = 0; length < whole.length; length++) {
            for (var lostCallsWereTaken : List.of(true, false)) {
                Files.write(file, Arrays.copyOf(whole, length));
                freshProcess();
                var left = remember(lostCallsWereTaken);

                resume(OPTIONS);

                var when = "cut off after %d bytes, in doubt %s".formatted(length, left);
                if (length < planned) {
                    assertThat(error).as(when).hasMessageContaining("ends before its plan does: nothing was sent");
                    assertThat(cloud.sent).as(when).isEmpty();
                } else {
                    assertThat(error).as(when).isNull();
                    assertThat(cloud.taken)
                            .as(when)
                            .containsOnlyKeys("a", "b", "c", "d")
                            .allSatisfy((id, times) -> assertThat(times).isOne());
                    assertThat(summary().succeeded()).as(when).isEqualTo(cloud.sent.contains("c") ? 4 : 3);
                    assertThat(events).as(when).last().isInstanceOf(FleetEvent.Finished.class);
                }
            }
        }
    }

    @Test
    void aByteThatChangedIsNoticedWithItsLineUnlessThatIsTheLast() throws IOException {
        run(OPTIONS, upgrade("a"));
        var whole = Files.readAllBytes(file);
        var lastLine = new String(whole, UTF_8).lastIndexOf("\n", whole.length - 2) + 1;
        var line = 1;

        for (var position = 0; position < whole.length; position++) {
            var changed = whole.clone();
            changed[position] ^= 4;
            Files.write(file, changed);
            freshProcess();
            cloud.has("a", Handle.of(Handle.Kind.DEAL, "91"), false);

            resume(OPTIONS);

            if (position < lastLine - 1) {
                assertThat(error)
                        .as("byte " + position)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("is damaged in line " + line + ":");
                assertThat(cloud.sent).isEmpty();
            } else {
                assertThat(summary().allSucceeded()).as("byte " + position).isTrue();
                assertThat(cloud.taken).containsEntry("a", 1);
            }
            line += whole[position] == '\n' ? 1 : 0;
        }
    }

    @Test
    void aRequestThatIsMissingIsNoticed() throws IOException {
        run(OPTIONS, upgrade("a"), upgrade("b"));
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(1);
        Files.writeString(file, String.join("\n", lines) + "\n");
        freshProcess();

        resume(OPTIONS);

        assertThat(error).hasMessageContaining("is damaged in line 2: lines before it are missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"event":"paused","number":1}                     | tells of 'paused', which is not known here [resume it with the version
            {"event":"failed","number":1,"outcome":"LATER"}   | tells of the outcome 'LATER', which is not known here
            {"event":"accepted","number":1,"handle":"nobody"} | 'nobody' is not a handle
            {"event":"sending","number":1,"at":"today"}       | could not be parsed
            {"event":"sending","number":1}                    | it has no text 'at'
            {"event":"succeeded"}                             | it has no number 'number'
            {"event":"succeeded","number":2}                  | the plan has no request 2
            ["event"]                                         | expected an object
            """)
    void aLineThatIsNotUnderstoodIsRefusedWithItsNumber(String line, String message) throws IOException {
        run(OPTIONS, upgrade("a"));
        Files.write(file, Checksum.seal(line.getBytes(UTF_8)), StandardOpenOption.APPEND);
        freshProcess();

        resume(OPTIONS);

        assertThat(error)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("line 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://redis.example.com | ap-beijing   | belongs to region ap-guangzhou, and this client to ap-beijing
            https://other.example.com | ap-guangzhou | belongs to host redis.example.com, and this client to other.example.com
            """)
    void aJournalOfAnotherPlaceIsRefused(String endpoint, String region, String message) {
        run(OPTIONS, upgrade("a"));
        freshProcess();

        subscribe(fleet(OPTIONS, target(endpoint, region)).resume(file));

        assertThat(error).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format":1             | "format":2             | is not a journal of format 1
            "version":"2018-04-12" | "version":"2030-01-01" | belongs to version 2030-01-01, and this client to 2018-04-12
            "service":"redis"      | "service":"mongodb"    | belongs to service mongodb, and this client to redis
            """)
    void aJournalOfAnotherKindIsRefused(String ours, String theirs, String message) throws IOException {
        run(OPTIONS, upgrade("a"));
        var text = Files.readString(file);
        var head = text.substring(0, text.indexOf(",\"sum\"")).replace(ours, theirs) + "}";
        Files.write(file, Checksum.seal(head.getBytes(UTF_8)));
        Files.writeString(file, text.substring(text.indexOf('\n') + 1), StandardOpenOption.APPEND);
        freshProcess();

        resume(OPTIONS);

        assertThat(error).hasMessageContaining(message);
    }

    @Test
    void aNewRunDoesNotTouchAFileThatIsThere() throws IOException {
        Files.writeString(file, "precious");

        run(OPTIONS, upgrade("a"));

        assertThat(error).hasMessageContaining("is there already [resume it");
        assertThat(file).hasContent("precious");
        assertThat(cloud.sent).isEmpty();
    }

    @Test
    void aFileThatIsNotThereCannotBeResumed() {
        resume(OPTIONS);

        assertThat(error).isInstanceOf(JournalException.class).hasMessageContaining("is not there");
    }

    @Test
    void aJournalIsUsedByOneRunAtATime() throws IOException {
        var first = subscribe(fleet(OPTIONS, GUANGZHOU).run(Flux.just(upgrade("a")), file));
        time.advanceTimeBy(Duration.ofMillis(500));

        subscribe(fleet(OPTIONS, GUANGZHOU).resume(file));
        assertThat(error).hasMessageContaining("is in use by another run [wait until that has ended, or end it]");

        first.dispose();
        error = null;
        resume(OPTIONS);
        assertThat(summary().allSucceeded()).isTrue();
        assertThat(cloud.sent).containsExactly("a");
    }

    @Test
    void aJournalThatIsLockedElsewhereIsLeftAlone() throws IOException {
        run(OPTIONS, upgrade("a"));
        try (var elsewhere = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = elsewhere.lock()) {
            assertThat(lock.isValid()).isTrue();

            resume(OPTIONS);
        }

        assertThat(error).hasMessageContaining("is in use by another run");
    }

    @Test
    void secretsDoNotReachTheDisk() {
        var secret = ClearInstanceRequest.builder()
                .instanceId("b")
                .password("open-sesame")
                .build();

        run(OPTIONS, upgrade("a"), secret);

        assertThat(error)
                .hasMessageContaining("nothing was sent: request 2 carries a password or another secret")
                .hasMessageContaining("[run it without one]")
                .hasMessageNotContaining("open-sesame");
        assertThat(file).doesNotExist();
        assertThat(cloud.sent).isEmpty();
    }

    @Test
    void aPlanThatIsNotFinishedIsTakenAway() {
        var input = Flux.<FollowableRequest<?>>just(upgrade("a"));

        subscribe(fleet(OPTIONS, GUANGZHOU)
                .run(input.concatWith(Flux.error(new IllegalStateException("no more rows"))), file));
        assertThat(error).hasMessage("no more rows");
        assertThat(file).doesNotExist();

        subscribe(fleet(OPTIONS, GUANGZHOU).run(input.concatWith(Flux.never()), file))
                .dispose();
        assertThat(file).doesNotExist();

        error = null;
        run(OPTIONS.withStopWhen(Mono.empty()), upgrade("a"));
        assertThat(file).doesNotExist();
        assertThat(summary()).isEqualTo(new FleetSummary(0, 0, 0, 0, 0, Duration.ZERO, "it was told to stop"));
        assertThat(cloud.sent).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        file = directory.resolve("nowhere/run.journal");

        run(OPTIONS, upgrade("a"));

        assertThat(error)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("nowhere/run.journal cannot be used");
        assertThat(cloud.sent).isEmpty();
    }

    @Test
    void aDiskThatFailsStopsTheRunAndWhatRunsIsFollowed() {
        subscribe(fleet(OPTIONS.withInFlight(1), GUANGZHOU)
                .run(Flux.just("a", "b").map(ScriptedCloud::upgrade), file));
        time.advanceTimeBy(Duration.ofMillis(500));
        // A thread that is interrupted cannot use a file any more, and closes it.
        Thread.currentThread().interrupt();
        time.advanceTimeBy(Duration.ofHours(1));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(error).isInstanceOf(JournalException.class).hasMessageContaining("cannot be written");
        assertThat(events).last().isInstanceOf(FleetEvent.Succeeded.class);
        assertThat(cloud.sent).containsExactly("a");

        error = null;
        events.clear();
        resume(OPTIONS);
        assertThat(cloud.sent).containsExactly("a", "b");
        assertThat(summary().allSucceeded()).isTrue();
    }

    @Test
    void aStoppedRunIsFinishedByTheNext() {
        cloud.script("b", Fate.ACCEPTED_AND_FAILS);
        run(OPTIONS.withStopAfter(1), upgrade("a"), upgrade("b"), upgrade("c"), upgrade("d"), upgrade("e"));
        assertThat(summary().stopped()).isEqualTo("a request has failed");
        assertThat(summary().requests()).isEqualTo(5);
        events.clear();

        resume(OPTIONS);

        assertThat(events).first().isEqualTo(new FleetEvent.Planned(5, 3, 1));
        assertThat(summary())
                .isEqualTo(new FleetSummary(5, 5, 4, 1, 0, summary().elapsed(), null));
        assertThat(cloud.sent).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void whatWasRefusedIsSentAgainOnlyOnRequest() {
        cloud.script("a", Fate.REFUSED);
        run(OPTIONS, upgrade("a"), upgrade("a"));
        assertThat(cloud.sent).containsExactly("a");

        events.clear();
        resume(OPTIONS);
        assertThat(cloud.sent).containsExactly("a");
        assertThat(summary())
                .isEqualTo(new FleetSummary(2, 0, 0, 1, 1, summary().elapsed(), null));

        events.clear();
        resume(OPTIONS.withRetryRefused(true));
        assertThat(cloud.sent).containsExactly("a", "a", "a");
        assertThat(summary().allSucceeded()).isTrue();
    }

    @Test
    void whatDidNotGetThereIsSentAndWhatNobodyCouldTellIsAskedForAgain() {
        cloud.script("a", Fate.NO_CONNECTION);
        cloud.script("b", Fate.LOST_AND_NOBODY_KNOWS);
        run(OPTIONS, upgrade("a"), upgrade("b"));
        assertThat(summary().failed()).isEqualTo(2);

        freshProcess();
        cloud.has("b", Handle.of(Handle.Kind.DEAL, "77"), false);
        resume(OPTIONS);

        assertThat(cloud.sent).containsExactly("a");
        assertThat(cloud.asked).isNotEmpty();
        assertThat(summary().allSucceeded()).isTrue();
    }

    @Test
    void aJournalThatIsOverJustSaysSo() {
        run(OPTIONS, upgrade("a"));
        events.clear();

        resume(OPTIONS);

        assertThat(events)
                .containsExactly(
                        new FleetEvent.Planned(1, 1, 0),
                        new FleetEvent.Finished(new FleetSummary(1, 1, 1, 0, 0, Duration.ZERO, null)));
    }

    @Test
    void manyRequestsAreCarriedThroughOneFile() {
        subscribe(fleet(FleetOptions.defaults(), GUANGZHOU)
                .run(Flux.range(1, 2000).map(i -> upgrade("crs-" + i)), file));
        time.advanceTimeBy(Duration.ofHours(1));

        assertThat(summary().succeeded()).isEqualTo(2000);
    }

    /** What the cloud knows when the process dies that has left this journal. The calls in doubt were taken, or none of them. */
    private Map<String, String> remember(boolean lostCallsWereTaken) throws IOException {
        var instances = new HashMap<Long, String>();
        var last = new HashMap<String, String>();
        var text = Files.readString(file);
        for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            var content = JournalLine.read(line.getBytes(UTF_8), ACTIONS);
            if (content.request() != null) {
                instances.put(
                        content.number("number"), content.request().targets().get(0));
            } else if (content.members().containsKey("number")) {
                var id = instances.get(content.number("number"));
                switch (content.event()) {
                    case "accepted" -> {
                        cloud.has(id, Handle.parse(content.text("handle")), id.equals("c"));
                        last.remove(id);
                    }
                    case "sending" -> last.put(id, "in doubt");
                    default -> last.remove(id);
                }
            }
        }
        if (lostCallsWereTaken) {
            last.keySet()
                    .forEach(id -> cloud.has(id, Handle.of(Handle.Kind.DEAL, "8" + id.hashCode()), id.equals("c")));
        }
        return last;
    }

    private void run(FleetOptions options, FollowableRequest<?>... requests) {
        subscribe(fleet(options, GUANGZHOU).run(Flux.just(requests), file));
        time.advanceTimeBy(Duration.ofHours(1));
    }

    private void resume(FleetOptions options) {
        subscribe(fleet(options, GUANGZHOU).resume(file));
        time.advanceTimeBy(Duration.ofHours(1));
    }

    private Disposable subscribe(Flux<FleetEvent> run) {
        return run.subscribe(events::add, failure -> error = failure);
    }

    private void freshProcess() {
        time = VirtualTimeScheduler.create();
        cloud = new ScriptedCloud(time);
        cloud.deals = 1000 * ++processes;
        events = new ArrayList<>();
        error = null;
    }

    private Fleet fleet(FleetOptions options, Target target) {
        return new Fleet(
                new Surroundings(cloud, cloud, target, ACTIONS, time, Schedulers.immediate(), () -> 0.5), options);
    }

    private static Target target(String endpoint, String region) {
        return new Target(URI.create(endpoint), region);
    }

    private Stream<String> lines() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> JournalLine.read(line.getBytes(UTF_8), ACTIONS))
                    .map(line ->
                            line.event() + (line.members().containsKey("number") ? " " + line.number("number") : ""));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private FleetSummary summary() {
        assertThat(error).isNull();
        return events.stream()
                .filter(FleetEvent.Finished.class::isInstance)
                .map(event -> ((FleetEvent.Finished) event).summary())
                .findFirst()
                .orElseThrow();
    }
}
