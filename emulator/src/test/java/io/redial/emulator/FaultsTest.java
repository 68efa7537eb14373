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

class FaultsTest {
    private static final String ACTION = "UpgradeInstance";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .taskDuration(Duration.ofSeconds(1), Duration.ofSeconds(1))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private String id;
    private String body;

    @BeforeEach
    void takeAnInstance() {
        var row = caller.call("DescribeInstances", "{\"Limit\":1}")
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
    void aRequestWhoseAnswerIsLostIsCarriedOut() {
        emulator.loseAnswers(ACTION, 1);
        assertCut(send());
        assertThat(emulator.upgrades(id)).isEqualTo(1);
        assertThat(emulator.calls(ACTION)).isEqualTo(1);
        finishWork();
        assertThat(code(send())).isEmpty();
        assertThat(emulator.upgrades(id)).isEqualTo(2);
    }

    @Test
    void aDroppedRequestIsNeitherCarriedOutNorCounted() {
        emulator.quota(ACTION, 1);
        emulator.dropRequests(ACTION, 2);
        assertCut(send());
        assertCut(send());
        assertThat(emulator.upgrades(id)).isZero();
        assertThat(emulator.calls(ACTION)).isZero();
        assertThat(code(send())).isEmpty();
    }

    @Test
    void aRequestThatIsToFailHasNoEffect() {
        emulator.failNext(ACTION, "InternalError", "out of order", 1);
        var answer = InProcessTest.now(send());
        assertThat(answer.path("Error").path("Code").asText()).isEqualTo("InternalError");
        assertThat(answer.path("Error").path("Message").asText()).isEqualTo("out of order");
        assertThat(emulator.upgrades(id)).isZero();
        assertThat(emulator.calls(ACTION)).isEqualTo(1);
        assertThat(code(send())).isEmpty();
    }

    @Test
    void errorsComeInTheirOrderAndWishesAddUp() {
        emulator.failNext(ACTION, "InternalError", "a", 2);
        emulator.failNext(ACTION, "ResourceInsufficient", "b", 1);
        emulator.failNext(ACTION, "InternalError", "c", 1);
        assertThat(IntStream.range(0, 5).mapToObj(i -> code(send())))
                .containsExactly("InternalError", "InternalError", "ResourceInsufficient", "InternalError", "");
    }

    @Test
    void faultsOfDifferentKindsDoNotUseEachOtherUp() {
        emulator.loseAnswers(ACTION, 1);
        emulator.failNext(ACTION, "InternalError", "a", 1);
        emulator.dropRequests(ACTION, 1);
        assertCut(send());
        assertThat(code(send())).isEqualTo("InternalError");
        assertThat(emulator.upgrades(id)).isZero();
        assertCut(send());
        assertThat(emulator.upgrades(id)).isEqualTo(1);
    }

    @Test
    void aRefusedRequestUsesNoFaultUp() {
        emulator.failNext(ACTION, "InternalError", "a", 1);
        assertThat(CloudCaller.code(InProcessTest.now(caller.request(ACTION)
                        .body(body)
                        .key(emulator.secretId(), "wrong")
                        .inProcess())))
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(code(send())).isEqualTo("InternalError");
        send().block();
        emulator.loseAnswers(ACTION, 1);
        assertThat(code(send())).isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        finishWork();
        assertCut(send());
    }

    @Test
    void otherActionsGoOn() {
        emulator.loseAnswers(ACTION, 1);
        emulator.dropRequests(ACTION, 1);
        emulator.failNext(ACTION, "InternalError", "a", 1);
        assertThat(caller.code("DescribeInstances", "{}")).isEmpty();
        assertThat(caller.code("DescribeNothing", "{}")).isEqualTo("InvalidAction");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void overHttpTheConnectionIsClosedWithoutAByte(boolean lost) {
        for (var i = 0; i < 3; i++) {
            if (lost) {
                emulator.loseAnswers(ACTION, 1);
            } else {
                emulator.dropRequests(ACTION, 1);
            }
            var request = caller.request(ACTION).body(body);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(request::exchange)
                    .havingRootCause()
                    .withMessageContaining("EOF");
            finishWork();
        }
        assertThat(emulator.calls(ACTION)).isEqualTo(lost ? 3 : 0);
        assertThat(emulator.upgrades(id)).isEqualTo(lost ? 3 : 0);
        assertThat(caller.code(ACTION, body)).isEmpty();
    }

    @Test
    void faultsOfManyThreadsAreNeitherLostNorDoubled() {
        var wishes = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> emulator.failNext(ACTION, "InternalError", "a", 1)))
                .toList();
        wishes.forEach(CompletableFuture::join);
        emulator.quota(ACTION, 1000);
        var calls = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> code(send())))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join).filter("InternalError"::equals))
                .hasSize(20);
    }

    @Test
    void wrongWishesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.loseAnswers("DescribeNothing", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.dropRequests("DescribeNothing", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.failNext("DescribeNothing", "a", "b", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.loseAnswers(ACTION, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.dropRequests(ACTION, 1_000_001));
    }

    private Mono<JsonNode> send() {
        return caller.request(ACTION).body(body).inProcess();
    }

    private static String code(Mono<JsonNode> answer) {
        return CloudCaller.code(InProcessTest.now(answer));
    }

    private static void assertCut(Mono<JsonNode> answer) {
        assertThat(answer.toFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
    }

    private void finishWork() {
        clock.advance(Duration.ofMillis(1_150));
    }
}
