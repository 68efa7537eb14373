package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class FaultInjectorTest {
    private static final String ACTION = "UpgradeInstance";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .taskDuration(Duration.ofSeconds(1), Duration.ofSeconds(1))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private String id;
    private String body;

    @BeforeEach
    void selectInstance() {
        var row = client.call("DescribeInstances", "{\"Limit\":1}")
                .path("InstanceSet")
                .path(0);
        id = row.path("InstanceId").asText();
        body = "{\"InstanceId\":\"" + id + "\",\"MemSize\":"
                + (row.path("RedisShardSize").intValue() + 1024) + "}";
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void lostResponse_requestIsExecuted() {
        emulator.loseResponses(ACTION, 1);
        assertConnectionClosed(send());
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(1);
        assertThat(emulator.callCount(ACTION)).isEqualTo(1);
        completeTasks();
        assertThat(code(send())).isEmpty();
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(2);
    }

    @Test
    void droppedRequest_isNeitherExecutedNorCounted() {
        emulator.setQuota(ACTION, 1);
        emulator.dropRequests(ACTION, 2);
        assertConnectionClosed(send());
        assertConnectionClosed(send());
        assertThat(emulator.acceptedUpgradeCount(id)).isZero();
        assertThat(emulator.callCount(ACTION)).isZero();
        assertThat(code(send())).isEmpty();
    }

    @Test
    void failedRequest_hasNoEffect() {
        emulator.failRequests(ACTION, "InternalError", "out of order", 1);
        var answer = CloudEmulatorExchangeTest.completedValue(send());
        assertThat(answer.path("Error").path("Code").asText()).isEqualTo("InternalError");
        assertThat(answer.path("Error").path("Message").asText()).isEqualTo("out of order");
        assertThat(emulator.acceptedUpgradeCount(id)).isZero();
        assertThat(emulator.callCount(ACTION)).isEqualTo(1);
        assertThat(code(send())).isEmpty();
    }

    @Test
    void errors_occurInOrderAndAddUp() {
        emulator.failRequests(ACTION, "InternalError", "a", 2);
        emulator.failRequests(ACTION, "ResourceInsufficient", "b", 1);
        emulator.failRequests(ACTION, "InternalError", "c", 1);
        assertThat(IntStream.range(0, 5).mapToObj(i -> code(send())))
                .containsExactly("InternalError", "InternalError", "ResourceInsufficient", "InternalError", "");
    }

    @Test
    void faultKinds_areConsumedIndependently() {
        emulator.loseResponses(ACTION, 1);
        emulator.failRequests(ACTION, "InternalError", "a", 1);
        emulator.dropRequests(ACTION, 1);
        assertConnectionClosed(send());
        assertThat(code(send())).isEqualTo("InternalError");
        assertThat(emulator.acceptedUpgradeCount(id)).isZero();
        assertConnectionClosed(send());
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(1);
    }

    @Test
    void rejectedRequest_consumesNoFault() {
        emulator.failRequests(ACTION, "InternalError", "a", 1);
        assertThat(Api3TestClient.errorCode(CloudEmulatorExchangeTest.completedValue(client.request(ACTION)
                        .body(body)
                        .credentials(emulator.secretId(), "wrong")
                        .exchangeInProcess())))
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(code(send())).isEqualTo("InternalError");
        send().block();
        emulator.loseResponses(ACTION, 1);
        assertThat(code(send())).isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        completeTasks();
        assertConnectionClosed(send());
    }

    @Test
    void otherActions_areUnaffected() {
        emulator.loseResponses(ACTION, 1);
        emulator.dropRequests(ACTION, 1);
        emulator.failRequests(ACTION, "InternalError", "a", 1);
        assertThat(client.errorCode("DescribeInstances", "{}")).isEmpty();
        assertThat(client.errorCode("DescribeNothing", "{}")).isEqualTo("InvalidAction");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void http_connectionIsClosedWithoutAByte(boolean lost) {
        for (var i = 0; i < 3; i++) {
            if (lost) {
                emulator.loseResponses(ACTION, 1);
            } else {
                emulator.dropRequests(ACTION, 1);
            }
            var request = client.request(ACTION).body(body);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(request::exchange)
                    .havingRootCause()
                    .withMessageContaining("EOF");
            completeTasks();
        }
        assertThat(emulator.callCount(ACTION)).isEqualTo(lost ? 3 : 0);
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(lost ? 3 : 0);
        assertThat(client.errorCode(ACTION, body)).isEmpty();
    }

    @Test
    void concurrentFaults_areCountedExactly() {
        var wishes = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> emulator.failRequests(ACTION, "InternalError", "a", 1)))
                .toList();
        wishes.forEach(CompletableFuture::join);
        emulator.setQuota(ACTION, 1000);
        var calls = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> code(send())))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join).filter("InternalError"::equals))
                .hasSize(20);
    }

    @Test
    void invalidArguments_areRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.loseResponses("DescribeNothing", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.dropRequests("DescribeNothing", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.failRequests("DescribeNothing", "a", "b", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.loseResponses(ACTION, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.dropRequests(ACTION, 1_000_001));
    }

    private Mono<JsonNode> send() {
        return client.request(ACTION).body(body).exchangeInProcess();
    }

    private static String code(Mono<JsonNode> answer) {
        return Api3TestClient.errorCode(CloudEmulatorExchangeTest.completedValue(answer));
    }

    private static void assertConnectionClosed(Mono<JsonNode> answer) {
        assertThat(answer.toFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
    }

    private void completeTasks() {
        clock.advance(Duration.ofMillis(1_150));
    }
}
