package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.FormTestClient.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** API 3.0 by queries and forms that are signed with HmacSHA1 and HmacSHA256. */
class V1SignatureSchemeTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:02:00Z"));
    private CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().clock(clock).build());
    private FormTestClient client = new FormTestClient(emulator, clock::millis, "/");

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                row("HmacSHA256, query", "", r -> r),
                row("HmacSHA256, form", "", Request::post),
                row("HmacSHA1, query", "", r -> r.with("SignatureMethod", "HmacSHA1")),
                row(
                        "HmacSHA1, form",
                        "",
                        r -> r.with("SignatureMethod", "HmacSHA1").post()),
                row("no method is HmacSHA1", "", r -> r.without("SignatureMethod")),
                row("any other method is HmacSHA1", "", r -> r.with("SignatureMethod", "SM3")),
                row(
                        "form with a character set",
                        "",
                        r -> r.post().contentType("application/x-www-form-urlencoded; charset=utf-8")),
                row("a language", "", r -> r.with("Language", "en-US")),
                row(
                        "lists and members",
                        "",
                        r -> r.with("Status.0", 2)
                                .with("InstanceTags.0.TagKey", "env")
                                .with("InstanceTags.0.TagValue", "a b&=%/+")),
                row("300 s ago", "", r -> r.shiftTimestamp(-300)),
                row("too old", "AuthFailure.SignatureExpire", r -> r.shiftTimestamp(-301)),
                row("too new", "AuthFailure.SignatureExpire", r -> r.shiftTimestamp(301)),
                row("wrong key", "AuthFailure.SignatureFailure", r -> r.withSecretKey("wrong")),
                row("changed on the way", "AuthFailure.SignatureFailure", r -> r.afterSigning("Limit", "3")),
                row(
                        "another algorithm than said",
                        "AuthFailure.SignatureFailure",
                        r -> r.afterSigning("SignatureMethod", "HmacSHA1")),
                row("unknown secret id", "AuthFailure.SecretIdNotFound", r -> r.with("SecretId", "AKIDother")),
                row("token of nobody", "AuthFailure.TokenFailure", r -> r.with("Token", "abc")),
                row("no signature in a form", "MissingParameter", r -> r.post().afterSigning("Signature", "")),
                row("no nonce", "MissingParameter", r -> r.without("Nonce")),
                row("nonce is no number", "InvalidParameterValue", r -> r.with("Nonce", "a")),
                row("nonce is not positive", "InvalidParameterValue", r -> r.with("Nonce", "0")),
                row("no timestamp", "MissingParameter", r -> r.without("Timestamp")),
                row("timestamp is no number", "InvalidParameterValue", r -> r.with("Timestamp", "now")),
                row("no secret id", "MissingParameter", r -> r.without("SecretId")),
                row("no action", "MissingParameter", r -> r.without("Action")),
                row("unknown action", "InvalidAction", r -> r.with("Action", "DescribeNothing")),
                row("no version", "MissingParameter", r -> r.without("Version")),
                row("other version", "NoSuchVersion", r -> r.with("Version", "2017-03-12")),
                row("no region", "MissingParameter", r -> r.without("Region")),
                row("unknown region", "UnsupportedRegion", r -> r.with("Region", "ap-atlantis")),
                row("unknown parameter", "UnknownParameter", r -> r.with("Limits", 1)),
                row("text for a number", "InvalidParameter", r -> r.with("Limit", "one")),
                row("query too large", "RequestSizeLimitExceeded", r -> r.with("SearchKey", "a".repeat(32_768))),
                row(
                        "form too large",
                        "RequestSizeLimitExceeded",
                        r -> r.with("SearchKey", "a".repeat(1_048_577)).post()),
                row(
                        "a large form",
                        "",
                        r -> r.with("SearchKey", "a".repeat(1_000_000)).post()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("requests")
    void respondsWithTheDocumentedCode(String name, String code, UnaryOperator<Request> change) {
        var response = change.apply(request()).send().path("Response");
        assertThat(Api3TestClient.errorCode(response)).as(response.toString()).isEqualTo(code);
        assertThat(response.has("InstanceSet")).isEqualTo(code.isEmpty());
        assertThat(response.toString()).doesNotContain(emulator.secretKey());
    }

    @Test
    void replay_isRejectedWhileTheSignatureIsValid() {
        assertThat(code(request().with("Nonce", 7).shiftTimestamp(300).send())).isEmpty();
        clock.advance(Duration.ofSeconds(599));
        assertThat(code(request().with("Nonce", 7).shiftTimestamp(-299).send()))
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(code(request().with("Nonce", 7).send())).isEmpty();
        assertThat(code(request().with("Nonce", 8).shiftTimestamp(-299).send())).isEmpty();
    }

    @Test
    void invalidSignature_doesNotConsumeTheNonce() {
        assertThat(code(request().with("Nonce", 7).withSecretKey("wrong").send()))
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(code(request().with("Nonce", 7).send())).isEmpty();
    }

    @Test
    void sharesItsQuotaWithTc3() {
        emulator.setQuota("DescribeInstances", 1);
        assertThat(code(request().send())).isEmpty();
        assertThat(code(request().post().send())).isEqualTo("RequestLimitExceeded");
        assertThat(new Api3TestClient(emulator, clock::millis).errorCode("DescribeInstances", "{}"))
                .isEqualTo("RequestLimitExceeded");
        assertThat(emulator.callCount("DescribeInstances")).isEqualTo(3);
        assertThat(emulator.throttledCount("DescribeInstances")).isEqualTo(2);
    }

    @Test
    void temporaryKey_requiresItsTokenInBothSchemes() {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .credentials("AKIDtemporary", "secret", "the-token")
                .build());
        client = new FormTestClient(emulator, clock::millis, "/");
        var tc3 = new Api3TestClient(emulator, clock::millis);
        assertThat(code(request().send())).isEqualTo("AuthFailure.TokenFailure");
        assertThat(code(request().with("Token", "other").send())).isEqualTo("AuthFailure.TokenFailure");
        assertThat(code(request().with("Token", "the-token").send())).isEmpty();
        assertThat(tc3.errorCode("DescribeInstances", "{}")).isEqualTo("AuthFailure.TokenFailure");
        assertThat(Api3TestClient.errorCode(tc3.request("DescribeInstances")
                        .header("x-tc-token", "other")
                        .send()))
                .isEqualTo("AuthFailure.TokenFailure");
        assertThat(Api3TestClient.errorCode(tc3.request("DescribeInstances")
                        .header("x-tc-token", "the-token")
                        .send()))
                .isEmpty();
    }

    private Request request() {
        return client.request("DescribeInstances").with("Version", "2018-04-12");
    }

    private static String code(JsonNode answer) {
        return Api3TestClient.errorCode(answer.path("Response"));
    }

    private static Arguments row(String name, String code, UnaryOperator<Request> change) {
        return Arguments.of(name, code, change);
    }
}
