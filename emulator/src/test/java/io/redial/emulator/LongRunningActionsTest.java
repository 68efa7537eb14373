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
class LongRunningActionsTest {
    /** These work on instances that are not there yet. */
    private static final Set<String> CREATING_ACTIONS = Set.of("CreateInstances", "CloneInstances");

    /** This one has no task, and so locks nothing. */
    private static final String ACTION_WITHOUT_TASK = "RenewInstance";

    /** Nobody who looks this order up finds it. */
    private static final String ACTION_WITH_UNLISTED_ORDER = "DestroyPrepaidInstance";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final String id = inspector.oldestInstances(2).get(0);
    private final String other = inspector.oldestInstances(2).get(1);
    private final ValidRequests requests = new ValidRequests(client, clock);

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<String> actions() {
        return Api3TestClient.API.actions().stream()
                .filter(action -> action.handle() != null)
                .map(ActionSpec::name);
    }

    static Stream<String> lockingActions() {
        return actions().filter(action -> !CREATING_ACTIONS.contains(action) && !action.equals(ACTION_WITHOUT_TASK));
    }

    @Test
    void actionCount_matchesTheDocumentation() {
        assertThat(actions()).hasSize(43);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void handle_identifiesItsOperation(String name) throws IOException {
        var spec = spec(name);
        requests.prepare(name, id, other);
        var answer = client.call(name, requests.body(spec, id, other));

        assertThat(Api3TestClient.errorCode(answer)).as(answer.toString()).isEmpty();
        DocumentedFieldsAssert.assertTyped(spec.output(), answer, name, false);
        var field = Objects.requireNonNull(spec.handle());
        var handle = answer.path(field.field());
        if (field.kind() != Kind.DEAL) {
            assertTask(handle.isArray() ? handle.path(0) : handle);
        } else if (name.equals(ACTION_WITH_UNLISTED_ORDER)) {
            assertThat(handle.asText()).matches("\\d+");
            assertThat(inspector.order(handle.asText()).isMissingNode()).isTrue();
        } else {
            assertOrder(
                    handle.asText(),
                    CREATING_ACTIONS.contains(name)
                            ? answer.path("InstanceIds").path(0).asText()
                            : id);
        }
    }

    private void assertTask(JsonNode handle) {
        var task = handle.longValue();
        assertThat(inspector.taskInfo(task).path("InstanceId").asText()).isEqualTo(id);
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("preparing");
        var row = inspector.tasks(id).path(0);
        assertThat(row.path("TaskId").longValue()).isEqualTo(task);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.type("TaskInfoDetail").orElseThrow().fields(), row, "TaskInfoDetail");
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
    }

    private void assertOrder(String deal, String instanceId) {
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(2);
        assertThat(inspector.order(deal).path("InstanceIds"))
                .extracting(JsonNode::asText)
                .containsExactly(instanceId);
        clock.advance(Duration.ofSeconds(1));
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(9));
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("lockingActions")
    void operation_locksItsInstanceUntilCompletion(String name) throws IOException {
        requests.prepare(name, id, other);
        var body = requests.body(spec(name), id, other);
        assertThat(client.errorCode(name, body)).isEmpty();
        assertThat(inspector.status(id)).isEqualTo(1);
        assertThat(client.errorCode(name, body)).matches("Resource(Unavailable|InUse).*");
        assertThat(emulator.acceptedCount(name, id)).isEqualTo(1);
        clock.advance(Duration.ofMillis(10_150));
        assertThat(inspector.status(id)).isNotEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void unknownInstance_isNotFound(String name) throws IOException {
        if (!name.equals("CreateInstances")) {
            assertThat(client.errorCode(name, requests.body(spec(name), "crs-00000000", "crs-00000001")))
                    .startsWith("ResourceNotFound");
        }
    }

    @ParameterizedTest
    @MethodSource("lockingActions")
    void isolatedInstance_canOnlyBeStartedOrDestroyed(String name) throws IOException {
        if (name.equals("CleanUpInstance")) {
            return;
        }
        requests.isolate(id);
        var code = client.errorCode(name, requests.body(spec(name), id, other));
        assertThat(code).startsWith("ResourceUnavailable");
        assertThat(emulator.acceptedCount(name, id)).isEqualTo(name.equals("DestroyPostpaidInstance") ? 1 : 0);
    }

    @Test
    void template_isAppliedToAllInstancesOrNone() {
        var body = "{\"InstanceIds\":[\"" + id + "\",\"" + other + "\",\"" + id + "\"],\"TemplateId\":\""
                + requests.createTemplate() + "\"}";
        var tasks = client.call("ApplyParamsTemplate", body).path("TaskIds");
        assertThat(tasks).hasSize(2);
        assertThat(inspector
                        .taskInfo(tasks.path(1).longValue())
                        .path("InstanceId")
                        .asText())
                .isEqualTo(other);
        clock.advance(Duration.ofSeconds(10));
        inspector.call("ClearInstance", other);
        assertThat(client.errorCode("ApplyParamsTemplate", body)).isEqualTo("ResourceUnavailable.InstanceLockedError");
        assertThat(inspector.status(id)).isEqualTo(2);
        assertThat(emulator.acceptedCount("ApplyParamsTemplate", id)).isEqualTo(1);
    }

    @Test
    void addressSwap_locksBothInstances() throws IOException {
        client.call("SwitchInstanceVip", requests.body(spec("SwitchInstanceVip"), id, other));
        assertThat(inspector.status(id)).isEqualTo(1);
        assertThat(inspector.status(other)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(inspector.status(other)).isEqualTo(2);
    }

    private static ActionSpec spec(String action) {
        return Api3TestClient.API.action(action).orElseThrow();
    }
}
