package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.HandleSpec.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever action hands out a handle: the handle leads to the work, and the work locks its instances. */
class HandlesTest {
    /** These work on instances that are not there yet. */
    private static final Set<String> NEW = Set.of("CreateInstances", "CloneInstances");

    /** This one has no task, and so locks nothing. */
    private static final String ASIDE = "RenewInstance";

    /** Nobody who looks this order up finds it. */
    private static final String UNSEEN = "DestroyPrepaidInstance";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quota(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private final Console console = new Console(caller);
    private final String id = console.oldest(2).get(0);
    private final String other = console.oldest(2).get(1);
    private final ValidRequests requests = new ValidRequests(caller, clock);

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<String> actions() {
        return CloudCaller.API.actions().stream()
                .filter(action -> action.handle() != null)
                .map(ActionSpec::name);
    }

    static Stream<String> lockingActions() {
        return actions().filter(action -> !NEW.contains(action) && !action.equals(ASIDE));
    }

    @Test
    void thereAreAsManyAsTheDocumentSays() {
        assertThat(actions()).hasSize(43);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aHandleLeadsToTheWork(String name) throws IOException {
        var spec = spec(name);
        requests.prepare(name, id, other);
        var answer = caller.call(name, requests.of(spec, id, other));

        assertThat(CloudCaller.code(answer)).as(answer.toString()).isEmpty();
        DocumentedShape.assertTyped(spec.output(), answer, name, false);
        var field = Objects.requireNonNull(spec.handle());
        var handle = answer.path(field.field());
        if (field.kind() != Kind.DEAL) {
            assertTask(handle.isArray() ? handle.path(0) : handle);
        } else if (name.equals(UNSEEN)) {
            assertThat(handle.asText()).matches("\\d+");
            assertThat(console.order(handle.asText()).isMissingNode()).isTrue();
        } else {
            assertOrder(
                    handle.asText(),
                    NEW.contains(name) ? answer.path("InstanceIds").path(0).asText() : id);
        }
    }

    private void assertTask(JsonNode handle) {
        var task = handle.longValue();
        assertThat(console.taskInfo(task).path("InstanceId").asText()).isEqualTo(id);
        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("preparing");
        var row = console.tasks(id).path(0);
        assertThat(row.path("TaskId").longValue()).isEqualTo(task);
        DocumentedShape.assertComplete(
                CloudCaller.API.type("TaskInfoDetail").orElseThrow().fields(), row, "TaskInfoDetail");
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
    }

    private void assertOrder(String deal, String instanceId) {
        assertThat(console.order(deal).path("Status").intValue()).isEqualTo(2);
        assertThat(console.order(deal).path("InstanceIds"))
                .extracting(JsonNode::asText)
                .containsExactly(instanceId);
        clock.advance(Duration.ofSeconds(1));
        assertThat(console.order(deal).path("Status").intValue()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(9));
        assertThat(console.order(deal).path("Status").intValue()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("lockingActions")
    void workLocksItsInstanceUntilItIsOver(String name) throws IOException {
        requests.prepare(name, id, other);
        var body = requests.of(spec(name), id, other);
        assertThat(caller.code(name, body)).isEmpty();
        assertThat(console.status(id)).isEqualTo(1);
        assertThat(caller.code(name, body)).matches("Resource(Unavailable|InUse).*");
        assertThat(emulator.accepted(name, id)).isEqualTo(1);
        clock.advance(Duration.ofMillis(10_150));
        assertThat(console.status(id)).isNotEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anUnknownInstanceIsNotFound(String name) throws IOException {
        if (!name.equals("CreateInstances")) {
            assertThat(caller.code(name, requests.of(spec(name), "crs-00000000", "crs-00000001")))
                    .startsWith("ResourceNotFound");
        }
    }

    @ParameterizedTest
    @MethodSource("lockingActions")
    void anIsolatedInstanceIsOnlyStartedOrDestroyed(String name) throws IOException {
        if (name.equals("CleanUpInstance")) {
            return;
        }
        requests.isolate(id);
        var code = caller.code(name, requests.of(spec(name), id, other));
        assertThat(code).startsWith("ResourceUnavailable");
        assertThat(emulator.accepted(name, id)).isEqualTo(name.equals("DestroyPostpaidInstance") ? 1 : 0);
    }

    @Test
    void aTemplateIsAppliedToEveryInstanceOrToNone() {
        var body = "{\"InstanceIds\":[\"" + id + "\",\"" + other + "\",\"" + id + "\"],\"TemplateId\":\""
                + requests.template() + "\"}";
        var tasks = caller.call("ApplyParamsTemplate", body).path("TaskIds");
        assertThat(tasks).hasSize(2);
        assertThat(console.taskInfo(tasks.path(1).longValue())
                        .path("InstanceId")
                        .asText())
                .isEqualTo(other);
        clock.advance(Duration.ofSeconds(10));
        console.call("ClearInstance", other);
        assertThat(caller.code("ApplyParamsTemplate", body)).isEqualTo("ResourceUnavailable.InstanceLockedError");
        assertThat(console.status(id)).isEqualTo(2);
        assertThat(emulator.accepted("ApplyParamsTemplate", id)).isEqualTo(1);
    }

    @Test
    void swappingAddressesLocksBothInstances() throws IOException {
        caller.call("SwitchInstanceVip", requests.of(spec("SwitchInstanceVip"), id, other));
        assertThat(console.status(id)).isEqualTo(1);
        assertThat(console.status(other)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(console.status(other)).isEqualTo(2);
    }

    private static ActionSpec spec(String action) {
        return CloudCaller.API.action(action).orElseThrow();
    }
}
