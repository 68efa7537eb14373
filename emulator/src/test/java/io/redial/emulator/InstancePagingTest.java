package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a list is like while instances come and go. */
class InstancePagingTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(100)
            .quotaMode(QuotaMode.OFF)
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void newInstance_shiftsTheOthersByOne() {
        var before = page(0, 100);
        clock.advance(Duration.ofSeconds(1));
        var added = emulator.addInstance();
        assertThat(page(0, 1)).containsExactly(added);
        assertThat(page(1, 100)).isEqualTo(before);
    }

    @Test
    void oldestFirst_newInstanceShiftsNothing() {
        var before = page(0, 100, "\"OrderType\":0,");
        emulator.addInstance();
        assertThat(page(0, 100, "\"OrderType\":0,")).isEqualTo(before);
    }

    @Test
    void removedInstance_shiftsTheLaterOnes() {
        var before = page(0, 100);
        emulator.removeInstance(before.get(10));
        var expected = new ArrayList<>(before);
        expected.remove(10);
        assertThat(page(0, 100)).isEqualTo(expected);
    }

    @Test
    void descendingOrder_isTheReverseOfAscending() {
        for (var i = 0; i < 20; i++) {
            emulator.addInstance();
        }
        var backwards = new ArrayList<>(page(0, 120, "\"OrderType\":0,"));
        Collections.reverse(backwards);
        assertThat(page(0, 120)).isEqualTo(backwards);
    }

    @Test
    void unchangedInstances_areListedOnceDuringChanges() {
        var staying = page(0, 100, "\"OrderType\":0,");
        var coming = CompletableFuture.runAsync(() -> {
            for (var i = 0; i < 500; i++) {
                var id = emulator.addInstance();
                if (i % 2 == 0) {
                    emulator.removeInstance(id);
                }
            }
        });
        for (var i = 0; i < 20; i++) {
            assertThat(page(0, 50, "\"OrderType\":0,")).isEqualTo(staying.subList(0, 50));
            assertThat(page(50, 50, "\"OrderType\":0,")).isEqualTo(staying.subList(50, 100));
        }
        coming.join();
        var all = page(0, 1000);
        assertThat(all).hasSize(350);
        assertThat(new HashSet<>(all)).hasSize(350).containsAll(staying);
    }

    @Test
    void addressesOfManyInstances_areValid() {
        try (var large = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .instances(100_000)
                .quotaMode(QuotaMode.OFF)
                .build())) {
            var answer = new Api3TestClient(large, clock::millis)
                    .call("DescribeInstances", "{\"Limit\":1000,\"Offset\":99000,\"OrderBy\":\"instancename\"}");
            assertThat(answer.path("TotalCount").intValue()).isEqualTo(100_000);
            assertThat(answer.path("InstanceSet").findValuesAsText("WanIp"))
                    .hasSize(1000)
                    .doesNotHaveDuplicates()
                    .allMatch(ip -> ip.matches("10(\\.(\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])){3}"));
        }
    }

    private List<String> page(int offset, int limit) {
        return page(offset, limit, "");
    }

    private List<String> page(int offset, int limit, String parameters) {
        return client
                .call("DescribeInstances", "{" + parameters + "\"Offset\":" + offset + ",\"Limit\":" + limit + "}")
                .path("InstanceSet")
                .findValues("InstanceId")
                .stream()
                .map(JsonNode::asText)
                .toList();
    }
}
