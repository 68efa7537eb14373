package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A cloud whose clock stands still and whose tasks take ten seconds. Requests may be written with single quotes. */
final class Scene implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final Duration TASK = Duration.ofSeconds(10);

    final SteppedClock clock = new SteppedClock(START);
    final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quota(QuotaMode.OFF)
            .taskDuration(TASK, TASK)
            .build());
    final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    final Console console = new Console(caller);

    /** An answer that is no error and has every documented field. */
    JsonNode ok(String action, String request, Object... values) {
        var answer = send(action, request, values);
        assertThat(CloudCaller.code(answer)).as(answer.toString()).isEmpty();
        DocumentedShape.assertComplete(
                CloudCaller.API.action(action).orElseThrow().output(), answer, action);
        return answer;
    }

    /** The same, and the work that it starts is done. */
    JsonNode done(String action, String request, Object... values) {
        var answer = ok(action, request, values);
        clock.advance(TASK);
        return answer;
    }

    /** The code of an answer, empty if it is no error. */
    String code(String action, String request, Object... values) {
        return CloudCaller.code(send(action, request, values));
    }

    /** An instance that answers to what is asked about its row, the eldest of such. */
    String instance(String pointer, String value) {
        return rows().stream()
                .filter(row -> row.at(pointer).asText().equals(value))
                .map(row -> row.path("InstanceId").asText())
                .findFirst()
                .orElseThrow();
    }

    /** A hundred instances, the eldest first. */
    List<JsonNode> rows() {
        return ok("DescribeInstances", "{'OrderType':0,'Limit':100}")
                .path("InstanceSet")
                .valueStream()
                .toList();
    }

    private JsonNode send(String action, String request, Object... values) {
        return caller.call(action, request.formatted(values).replace('\'', '"'));
    }

    @Override
    public void close() {
        emulator.close();
    }
}
