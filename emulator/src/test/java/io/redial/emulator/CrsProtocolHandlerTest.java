package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.FormTestClient.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tencent's API v2 lets in, what it turns away, and in which words. */
class CrsProtocolHandlerTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:02:00Z"));
    private CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().clock(clock).build());
    private FormTestClient client = new FormTestClient(emulator, clock::millis, "/v2/index.php");

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                row("HmacSHA256, query", 0, r -> r),
                row("HmacSHA256, form", 0, Request::post),
                row("HmacSHA1, query", 0, r -> r.with("SignatureMethod", "HmacSHA1")),
                row(
                        "HmacSHA1, form",
                        0,
                        r -> r.with("SignatureMethod", "HmacSHA1").post()),
                row("no method is HmacSHA1", 0, r -> r.without("SignatureMethod")),
                row("raw values are signed", 0, r -> r.with("redisName", "a b&=%/+\u6d4b")),
                row(
                        "an underscore is a dot",
                        0,
                        r -> r.with("projectIds_0", "0").with("projectIds_1", "1")),
                row("an underscore in a value is none", 0, r -> r.with("redisName", "a_b")),
                row("the short name of a region", 0, r -> r.with("Region", "gz")),
                row("300 s ahead", 0, r -> r.shiftTimestamp(300)),
                row("too old", 4500, r -> r.shiftTimestamp(-301)),
                row("wrong key", 4100, r -> r.withSecretKey("wrong")),
                row("changed on the way", 4100, r -> r.afterSigning("limit", "3")),
                row("unknown secret id", 4104, r -> r.with("SecretId", "AKIDother")),
                row("token of nobody", 4105, r -> r.with("Token", "abc")),
                row("no nonce", 4000, r -> r.without("Nonce")),
                row("no timestamp", 4000, r -> r.without("Timestamp")),
                row("no signature", 4000, r -> r.afterSigning("Signature", "")),
                row("no action", 4000, r -> r.without("Action")),
                row("unknown action", 6100, r -> r.with("Action", "DescribeInstances")),
                row("no region", 4000, r -> r.without("Region")),
                row("unknown region", 4000, r -> r.with("Region", "moon")),
                row("missing parameter", 4000, r -> r.without("limit")),
                row("text for a number", 4000, r -> r.with("limit", "ten")),
                row("unknown parameter", 4000, r -> r.with("Limit", "1")),
                row("hole in a list", 4000, r -> r.with("projectIds.1", "1")),
                row("name twice", 4000, r -> r.with("projectIds.0", "1").with("projectIds_0", "1")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("requests")
    void respondsWithTheDocumentedCode(String name, int code, UnaryOperator<Request> change) {
        var answer = change.apply(request("DescribeRedis").with("limit", 5).with("offset", 0))
                .send();
        assertThat(answer.path("code").asInt(-1)).as(answer.toString()).isEqualTo(code);
        assertThat(answer.path("data").has("redisSet")).isEqualTo(code == 0);
        assertThat(answer.path("codeDesc").asText()).isEqualTo(code == 0 ? "Success" : "");
        assertThat(answer.path("message").asText().isEmpty()).isEqualTo(code == 0);
        assertThat(answer.toString()).doesNotContain(emulator.secretKey());
    }

    @Test
    void reusedNonce_isRejected() {
        assertThat(code(zones().with("Nonce", 7))).isZero();
        assertThat(code(zones().with("Nonce", 7).shiftTimestamp(1))).isEqualTo(4500);
        clock.advance(Duration.ofSeconds(601));
        assertThat(code(zones().with("Nonce", 7))).isZero();
    }

    @Test
    void formRequest_ignoresTheQuery() throws IOException {
        assertThat(code(zones().post())).isZero();
        var headers = new TreeMap<>(Map.of("Host", "a"));
        var body = emulator.exchange("POST", "/v2/index.php", "Action=DescribeRedisZones", headers::get, new byte[0])
                .block();
        assertThat(Api3TestClient.MAPPER.readTree(body).path("message").asText())
                .contains("SecretId");
        assertThat(emulator.callCount("v2.DescribeRedisZones")).isEqualTo(1);
    }

    @Test
    void hasItsOwnQuotasAndCounters() {
        emulator.setQuota("v2.DescribeTaskInfo", 2);
        for (var i = 0; i < 3; i++) {
            assertThat(code(request("DescribeTaskInfo").with("requestId", 1))).isEqualTo(i < 2 ? 5100 : 4400);
        }
        assertThat(emulator.callCount("v2.DescribeTaskInfo")).isEqualTo(3);
        assertThat(emulator.throttledCount("v2.DescribeTaskInfo")).isEqualTo(1);
        assertThat(emulator.callCount("DescribeTaskInfo")).isZero();
        assertThat(emulator.callCount()).isEqualTo(3);
        for (var i = 0; i < 21; i++) {
            assertThat(code(zones())).isEqualTo(i < 20 ? 0 : 4400);
        }
    }

    @Test
    void faults_applyToItsActions() {
        emulator.failRequests("v2.DescribeRedisZones", "6000", "out of order", 1);
        var error = zones().send();
        assertThat(error.path("code").intValue()).isEqualTo(6000);
        assertThat(error.path("message").asText()).isEqualTo("out of order");
        emulator.dropRequests("v2.DescribeRedisZones", 1);
        assertThat(isResponseLost(zones())).isTrue();
        assertThat(emulator.callCount("v2.DescribeRedisZones")).isEqualTo(1);
        emulator.loseResponses("v2.DescribeRedisZones", 1);
        assertThat(isResponseLost(zones())).isTrue();
        assertThat(emulator.callCount("v2.DescribeRedisZones")).isEqualTo(2);
        assertThat(code(zones())).isZero();
    }

    @Test
    void temporaryKey_requiresItsToken() {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .credentials("AKIDt", "secret", "the-token")
                .build());
        client = new FormTestClient(emulator, clock::millis, "/v2/index.php");
        assertThat(code(zones())).isEqualTo(4105);
        assertThat(code(zones().with("Token", "other"))).isEqualTo(4105);
        assertThat(code(zones().with("Token", "the-token"))).isZero();
    }

    private static boolean isResponseLost(Request request) {
        try {
            request.send();
            return false;
        } catch (RuntimeException e) {
            assertThat(e).hasRootCauseInstanceOf(IOException.class);
            return true;
        }
    }

    private Request zones() {
        return request("DescribeRedisZones");
    }

    private Request request(String action) {
        return client.request(action);
    }

    private static int code(Request request) {
        return code(request.send());
    }

    private static int code(JsonNode answer) {
        return answer.path("code").asInt(-1);
    }

    private static Arguments row(String name, int code, UnaryOperator<Request> change) {
        return Arguments.of(name, code, change);
    }
}
