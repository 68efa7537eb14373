package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A cloud whose clock stands still and whose tasks take ten seconds. Requests may be written with single quotes. */
final class EmulatorFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final Duration TASK_DURATION = Duration.ofSeconds(10);

    final ManualClock clock = new ManualClock(START);
    final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(TASK_DURATION, TASK_DURATION)
            .build());
    final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    final InstanceInspector inspector = new InstanceInspector(client);

    /** An answer that is no error and has every documented field. */
    JsonNode call(String action, String request, Object... values) {
        var answer = send(action, request, values);
        assertThat(Api3TestClient.errorCode(answer)).as(answer.toString()).isEmpty();
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action(action).orElseThrow().output(), answer, action);
        return answer;
    }

    /** The same, and the work that it starts is done. */
    JsonNode callAndComplete(String action, String request, Object... values) {
        var answer = call(action, request, values);
        clock.advance(TASK_DURATION);
        return answer;
    }

    /** The code of an answer, empty if it is no error. */
    String errorCode(String action, String request, Object... values) {
        return Api3TestClient.errorCode(send(action, request, values));
    }

    /** An instance that answers to what is asked about its row, the eldest of such. */
    String findInstance(String pointer, String value) {
        return instanceRows().stream()
                .filter(row -> row.at(pointer).asText().equals(value))
                .map(row -> row.path("InstanceId").asText())
                .findFirst()
                .orElseThrow();
    }

    /** A hundred instances, the eldest first. */
    List<JsonNode> instanceRows() {
        return call("DescribeInstances", "{'OrderType':0,'Limit':100}")
                .path("InstanceSet")
                .valueStream()
                .toList();
    }

    private JsonNode send(String action, String request, Object... values) {
        return client.call(action, request.formatted(values).replace('\'', '"'));
    }

    @Override
    public void close() {
        emulator.close();
    }
}
