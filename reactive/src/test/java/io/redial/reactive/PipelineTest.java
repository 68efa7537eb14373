package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.redial.core.ApiRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.core.error.CredentialsException;
import io.redial.core.error.DeadlineExceededException;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.RateLimitedException;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TransportException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.ModifyMaintenanceWindowRequest;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The pipeline over a scripted server, in virtual time. */
class PipelineTest {
    private static final Map<String, ApiRequest<?>> REQUESTS = Map.of(
            "read", DescribeTaskInfoRequest.of(1),
            "idempotent",
                    ModifyMaintenanceWindowRequest.builder()
                            .instanceId("crs-1")
                            .startTime("01:00")
                            .endTime("03:00")
                            .build(),
            "write", UpgradeInstanceRequest.of("crs-1", 4096));
    private static final Map<String, Class<?>> OUTCOMES = Map.of(
            "refused", ServiceException.class,
            "no connection", TransportException.class,
            "no answer", TransportException.class,
            "unreadable", UnreadableAnswerException.class,
            "unknown", OutcomeUnknownException.class);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedTransport server = new ScriptedTransport(time);

    /** What went wrong first; then the server would answer. The number is how often it was asked. */
    @ParameterizedTest(name = "{0} {1}: {2} after {3}")
    @CsvSource({
        "RequestLimitExceeded,                     read,       succeeded,     2",
        "RequestLimitExceeded.UinLimitExceeded,    idempotent, succeeded,     2",
        "RequestLimitExceeded,                     write,      succeeded,     2",
        "cannot connect,                           read,       succeeded,     2",
        "cannot connect,                           idempotent, succeeded,     2",
        "cannot connect,                           write,      succeeded,     2",
        "breaks off,                               read,       succeeded,     2",
        "breaks off,                               idempotent, succeeded,     2",
        "breaks off,                               write,      unknown,       1",
        "never answers,                            read,       succeeded,     2",
        "never answers,                            idempotent, succeeded,     2",
        "never answers,                            write,      unknown,       1",
        "gateway page,                             read,       succeeded,     2",
        "gateway page,                             idempotent, succeeded,     2",
        "gateway page,                             write,      unknown,       1",
        "InternalError.DbOperationFailed,          read,       succeeded,     2",
        "InternalError,                            idempotent, succeeded,     2",
        "InternalError,                            write,      refused,       1",
        "ServiceUnavailable,                       write,      refused,       1",
        "AuthFailure.SignatureFailure,             read,       refused,       1",
        "ResourceNotFound.InstanceNotExists,       read,       refused,       1",
    })
    void afterAFailure(String failure, String effect, String outcome, int sent) {
        happens(failure);
        server.answers("{\"RequestId\": \"r\"}");

        assertThat(outcomeOf(REQUESTS.get(effect))).isEqualTo(outcome);
        assertThat(server.received()).hasSize(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "RequestLimitExceeded, refused",
        "cannot connect, no connection",
        "breaks off, no answer",
        "gateway page, unreadable"
    })
    void whatNeverGetsBetterFailsAfterTheLastAttempt(String failure, String outcome) {
        happens(failure);

        assertThat(outcomeOf(REQUESTS.get("read"))).isEqualTo(outcome);
        assertThat(server.received()).hasSize(4);
    }

    @Test
    void eachAttemptIsSignedAnewWithItsOwnTime() {
        server.refuses("RequestLimitExceeded").answersAfter(Duration.ofSeconds(1), "{}");
        time.advanceTimeBy(Duration.ofSeconds(1_000_000));

        var call = client().call(DescribeTaskInfoRequest.of(1)).toFuture();
        time.advanceTimeBy(Duration.ofSeconds(30));

        assertThat(call).isCompleted();
        assertThat(server.received())
                .first()
                .satisfies(first -> assertThat(first.headers()).containsEntry("X-TC-Timestamp", "1000000"));
    }

    @Test
    void aCallThatGetsNoTurnEndsAtItsDeadline() {
        server.refuses("RequestLimitExceeded");
        var client =
                client(builder -> builder.maxAttempts(1_000).retryBudget(1_000).deadline(Duration.ofSeconds(20)));

        var error = failure(client.call(DescribeTaskInfoRequest.of(1)), Duration.ofSeconds(20));

        assertThat(error)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageStartingWith(
                        "DescribeTaskInfo in ap-guangzhou had no answer within its deadline of 20000 ms")
                .hasMessageContaining("the last one failed")
                .hasMessageContaining("RequestLimitExceeded");
    }

    @Test
    void aWriteThatIsUnderWayAtItsDeadlineHasAnUnknownOutcome() {
        server.neverAnswers();
        var client =
                client(builder -> builder.attemptTimeout(Duration.ofSeconds(30)).deadline(Duration.ofSeconds(5)));

        var error = failure(client.call(UpgradeInstanceRequest.of("crs-1", 4096)), Duration.ofSeconds(5));

        assertThat(error).isInstanceOf(OutcomeUnknownException.class).hasMessageContaining("UpgradeInstance");
    }

    @Test
    void aCallWhoseTurnWouldComeTooLateIsNotSentAndFailsAtOnce() {
        server.answers("{}");
        var client = client(builder -> builder.deadline(Duration.ofSeconds(3)));
        var errors = new ArrayList<Throwable>();
        var calls = Flux.range(0, 100)
                .flatMap(
                        i -> client.call(UpgradeInstanceRequest.of("crs-" + i, 4096))
                                .onErrorResume(error -> {
                                    errors.add(error);
                                    return Mono.empty();
                                }),
                        100);

        calls.subscribe();
        assertThat(errors).hasSize(40).hasOnlyElementsOfType(RateLimitedException.class);
        assertThat(errors.get(0))
                .hasMessageContaining(
                        "UpgradeInstance in ap-guangzhou was not sent: its turn would come after its deadline")
                .hasMessageContaining("40 calls wait for its quota, and it would have waited about 3005 ms");
        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(errors).hasSize(40);
        assertThat(server.received()).hasSize(60);
    }

    @Test
    void aCallWhoseTurnDoesNotComeInTimeFailsAtItsDeadline() {
        server.neverAnswers();
        var client =
                client(builder -> builder.attemptTimeout(Duration.ofSeconds(60)).deadline(Duration.ofSeconds(5)));
        Flux.range(0, 20)
                .flatMap(i -> client.call(DescribeTaskInfoRequest.of(i)), 20)
                .onErrorComplete()
                .subscribe();

        var error = failure(client.call(DescribeTaskInfoRequest.of(21)), Duration.ofSeconds(5));

        assertThat(error).isInstanceOf(RateLimitedException.class).hasMessageContaining("did not come before");
        assertThat(server.received()).hasSize(20);
    }

    @Test
    void aFullQueueRefusesAtOnceAndSaysHowLongTheWaitWouldHaveBeen() {
        server.answers("{}");
        var client = client(builder ->
                builder.quotas(Quotas.builder().maxWaiting(40).scheduler(time).build()));
        Flux.range(0, 60)
                .flatMap(i -> client.call(DescribeTaskInfoRequest.of(1)), 60)
                .subscribe();

        assertThat(failure(client.call(DescribeTaskInfoRequest.of(1)), Duration.ZERO))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("the queue is full; 40 calls wait for its quota")
                .hasMessageContaining("about 3005 ms");
    }

    @Test
    void theQueueOfOneActionDoesNotHoldAnother() {
        server.answers("{}");
        var client = client();
        Flux.range(0, 100)
                .flatMap(i -> client.call(DescribeTaskInfoRequest.of(1)), 100)
                .subscribe();

        var other = client.call(UpgradeInstanceRequest.of("crs-1", 4096)).toFuture();

        assertThat(other).isCompleted();
        assertThat(server.received()).hasSize(21);
    }

    @Test
    void withoutTheQuotaEverythingLeavesAtOnce() {
        server.answers("{}");
        var client = client(builder -> builder.quotaEnforced(false));

        Flux.range(0, 100)
                .flatMap(i -> client.call(DescribeTaskInfoRequest.of(1)), 100)
                .subscribe();

        assertThat(server.received()).hasSize(100);
    }

    @Test
    void missingKeysFailTheCallAndSpendNothing() {
        server.answers("{}");
        var keys = new AtomicReference<CredentialsProvider>(
                () -> CompletableFuture.failedFuture(new CredentialsException("no keys here")));
        var client = client(builder -> builder.credentials(() -> keys.get().resolve()));

        for (var i = 0; i < 50; i++) {
            assertThat(failure(client.call(DescribeTaskInfoRequest.of(1)), Duration.ZERO))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessage("no keys here");
        }
        keys.set(Credentials.of("id", "key"));

        assertThat(client.call(DescribeTaskInfoRequest.of(1)).toFuture()).isCompleted();
    }

    @Test
    void nothingHappensBeforeSomebodySubscribesAndEachSubscriptionIsACall() {
        server.answers("{}");
        var call = client().call(DescribeTaskInfoRequest.of(1));
        assertThat(server.received()).isEmpty();

        call.subscribe();
        call.subscribe();

        assertThat(server.received()).hasSize(2);
    }

    @Test
    void callsAreObserved() {
        server.refuses("RequestLimitExceeded").answers("{}").refuses("ResourceNotFound.InstanceNotExists");
        var seen = new ArrayList<String>();
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Recorder(seen));
        var client = client(builder -> builder.observations(registry));

        client.call(DescribeTaskInfoRequest.of(1)).subscribe();
        time.advanceTimeBy(Duration.ofSeconds(10));
        failure(client.call(UpgradeInstanceRequest.of("crs-1", 4096)), Duration.ofSeconds(1));

        assertThat(seen)
                .containsExactly(
                        "redial.throttled",
                        "redial.retried",
                        "redial.call DescribeTaskInfo ap-guangzhou succeeded",
                        "redial.call UpgradeInstance ap-guangzhou ResourceNotFound.InstanceNotExists");
    }

    private record Recorder(List<String> seen) implements ObservationHandler<Observation.Context> {
        @Override
        public void onEvent(Observation.Event event, Observation.Context context) {
            seen.add(event.getName());
        }

        @Override
        public void onStop(Observation.Context context) {
            seen.add(context.getName() + " "
                    + context.getLowCardinalityKeyValue("action").getValue() + " "
                    + context.getLowCardinalityKeyValue("region").getValue() + " "
                    + context.getLowCardinalityKeyValue("outcome").getValue());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    private void happens(String failure) {
        switch (failure) {
            case "cannot connect" -> server.cannotConnect();
            case "breaks off" -> server.breaksOffAfterSending();
            case "never answers" -> server.neverAnswers();
            case "gateway page" -> server.answersWithAPage(502);
            default -> server.refuses(failure);
        }
    }

    private String outcomeOf(ApiRequest<?> request) {
        var call = client().call(request).toFuture();
        time.advanceTimeBy(Duration.ofSeconds(50));
        if (!call.isCompletedExceptionally()) {
            assertThat(call).isCompleted();
            return "succeeded";
        }
        var error = call.handle((response, failure) -> failure).join();
        return OUTCOMES.entrySet().stream()
                .filter(outcome -> outcome.getValue().isInstance(error))
                .map(Map.Entry::getKey)
                .filter(name -> !(error instanceof TransportException lost)
                        || name.equals(lost.sent() ? "no answer" : "no connection"))
                .findFirst()
                .orElse(error.toString());
    }

    private Throwable failure(Mono<?> call, Duration passes) {
        var future = call.toFuture();
        time.advanceTimeBy(passes);
        assertThat(future).isCompletedExceptionally();
        return future.handle((response, error) -> error).join();
    }

    private Client client() {
        return client(UnaryOperator.identity());
    }

    private Client client(UnaryOperator<TencentRedisBuilder> settings) {
        var builder = TencentRedis.builder()
                .credentials(Credentials.of("id", "key"))
                .region(Region.AP_GUANGZHOU)
                .scheduler(time);
        return Client.of(settings.apply(builder), server);
    }
}
