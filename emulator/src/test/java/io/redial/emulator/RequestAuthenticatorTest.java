package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.Api3TestClient.Request;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestAuthenticatorTest {
    private static final ManualClock CLOCK = new ManualClock(Instant.parse("2026-03-01T00:02:00Z"));

    private static CloudEmulator emulator;
    private static Api3TestClient client;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(
                EmulatorOptions.builder().clock(CLOCK).quotaMode(QuotaMode.OFF).build());
        client = new Api3TestClient(emulator, CLOCK::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    static Stream<Arguments> wrongRequests() {
        return Stream.of(
                row("no Authorization", "AuthFailure.InvalidAuthorization", r -> r.afterSigning("authorization", "")),
                row(
                        "garbled Authorization",
                        "AuthFailure.InvalidAuthorization",
                        r -> r.afterSigning("authorization", "hello")),
                row(
                        "other algorithm",
                        "AuthFailure.InvalidAuthorization",
                        r -> r.afterSigning("authorization", "HmacSHA256 Credential=a/2026-03-01/redis/tc3_request")),
                row(
                        "huge Authorization",
                        "AuthFailure.InvalidAuthorization",
                        r -> r.afterSigning("authorization", "TC3-HMAC-SHA256 Credential=" + "a".repeat(8000))),
                row(
                        "host is not signed",
                        "AuthFailure.InvalidAuthorization",
                        r -> r.afterSigning(
                                "authorization",
                                "TC3-HMAC-SHA256 Credential=a/2026-03-01/redis/tc3_request, SignedHeaders=content-type, "
                                        + "Signature=" + "0".repeat(64))),
                row("unknown secret id", "AuthFailure.SecretIdNotFound", r -> r.credentials("AKIDother", "any")),
                row("wrong key", "AuthFailure.SignatureFailure", r -> r.credentials(emulator.secretId(), "wrong")),
                row(
                        "signed header changed on the way",
                        "AuthFailure.SignatureFailure",
                        r -> r.afterSigning("content-type", "text/html")),
                row("other service", "AuthFailure.SignatureFailure", r -> r.service("cvm")),
                row("too old", "AuthFailure.SignatureExpire", r -> r.shiftTimestamp(-301)),
                row("too new", "AuthFailure.SignatureExpire", r -> r.shiftTimestamp(301)),
                row(
                        "other timestamp",
                        "AuthFailure.SignatureFailure",
                        r -> r.afterSigning("x-tc-timestamp", "1772323321")),
                row("no timestamp", "MissingParameter", r -> r.afterSigning("x-tc-timestamp", "")),
                row("no number for a timestamp", "InvalidParameterValue", r -> r.afterSigning("x-tc-timestamp", "now")),
                row("token of nobody", "AuthFailure.TokenFailure", r -> r.header("x-tc-token", "abc")),
                row("unknown action", "InvalidAction", r -> r.header("x-tc-action", "DescribeNothing")),
                row("no action", "MissingParameter", r -> r.without("x-tc-action")),
                row("other version", "NoSuchVersion", r -> r.header("x-tc-version", "2017-01-01")),
                row("no version", "MissingParameter", r -> r.without("x-tc-version")),
                row("no region", "MissingParameter", r -> r.without("x-tc-region")),
                row("unknown region", "UnsupportedRegion", r -> r.header("x-tc-region", "ap-atlantis")),
                row("other method", "UnsupportedProtocol", r -> r.method("PUT")),
                row("other path", "UnsupportedProtocol", r -> r.path("/v3")),
                row("body too large", "RequestSizeLimitExceeded", r -> r.body(" ".repeat(10_485_761))),
                row("query too large", "RequestSizeLimitExceeded", r -> r.get("SearchKey=" + "a".repeat(32_768 - 9))),
                row("body is no JSON", "InvalidParameter", r -> r.body("{\"Limit\":")),
                row("body is empty", "InvalidParameter", r -> r.body("")),
                row("body is a list", "InvalidParameter", r -> r.body("[]")),
                row("more than one body", "InvalidParameter", r -> r.body("{} {}")),
                row("member twice", "InvalidParameter", r -> r.body("{\"Limit\":1,\"Limit\":2}")),
                row("deep body", "InvalidParameter", r -> r.body("[".repeat(5000))),
                row("unknown parameter", "UnknownParameter", r -> r.body("{\"Limits\":1}")),
                row("unknown member", "UnknownParameter", r -> r.body("{\"InstanceTags\":[{\"Key\":\"a\"}]}")),
                row("missing member", "MissingParameter", r -> r.body("{\"InstanceTags\":[{\"TagKey\":\"a\"}]}")),
                row("text for a number", "InvalidParameter", r -> r.body("{\"Limit\":\"1\"}")),
                row("fraction for a number", "InvalidParameter", r -> r.body("{\"Limit\":1.5}")),
                row("number out of range", "InvalidParameter", r -> r.body("{\"Limit\":1e30}")),
                row("number for a text", "InvalidParameter", r -> r.body("{\"SearchKey\":1}")),
                row("text for a list", "InvalidParameter", r -> r.body("{\"InstanceIds\":\"crs-1\"}")),
                row("text for a structure", "InvalidParameter", r -> r.body("{\"InstanceTags\":[\"a\"]}")),
                row("number in a list of texts", "InvalidParameter", r -> r.body("{\"InstanceIds\":[1]}")),
                row("more than the maximum", "InvalidParameterValue", r -> r.body("{\"Limit\":1001}")),
                row("less than one row", "InvalidParameterValue", r -> r.body("{\"Limit\":0}")),
                row("before the first row", "InvalidParameterValue", r -> r.body("{\"Offset\":-1}")),
                row("value outside its list", "InvalidParameterValue", r -> r.body("{\"OrderBy\":\"size\"}")),
                row("value outside its list in a list", "InvalidParameterValue", r -> r.body("{\"Status\":[2,7]}")),
                row(
                        "value that only others allow",
                        "InvalidParameterValue",
                        r -> r.body("{\"ProductVersions\":[\"cloud\"]}")),
                row("unknown parameter in a query", "UnknownParameter", r -> r.get("Limits=1")),
                row("hole in a list in a query", "UnknownParameter", r -> r.get("Status.1=2")),
                row("text for a number in a query", "InvalidParameter", r -> r.get("Limit=one")),
                row("number for a structure in a query", "InvalidParameter", r -> r.get("InstanceTags.0=1")),
                row("member of a text in a query", "UnknownParameter", r -> r.get("SearchKey.0=a")),
                row("no form", "InvalidRequest", r -> r.multipart("", "Limit=1")),
                row("form without its end", "InvalidRequest", r -> r.multipart("b", part("Limit", "1"))),
                row("form without a beginning", "InvalidRequest", r -> r.multipart("b", "\r\n--b--")),
                row("part without a name", "InvalidRequest", r -> r.multipart("b", "--b\r\nA: b\r\n\r\n1\r\n--b--")),
                row("part without a head", "InvalidRequest", r -> r.multipart("b", "--b\r\n1\r\n--b--")),
                row(
                        "part twice",
                        "InvalidRequest",
                        r -> r.multipart("b", part("Limit", "1") + part("Limit", "1") + "--b--")),
                row("unknown part", "UnknownParameter", r -> r.multipart("b", part("Limits", "1") + "--b--")),
                row(
                        "text for a number in a part",
                        "InvalidParameter",
                        r -> r.multipart("b", part("Limit", "one") + "--b--")),
                row(
                        "part changed on the way",
                        "AuthFailure.SignatureFailure",
                        r -> r.afterSigning("content-type", "multipart/form-data; boundary=c")),
                row(
                        "nothing unsigned without a word",
                        "AuthFailure.SignatureFailure",
                        r -> r.afterSigning("x-tc-content-sha256", "UNSIGNED-PAYLOAD")),
                row("twice in a query", "InvalidParameter", r -> r.get("Limit=1&Limit=1")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongRequests")
    void invalidRequest_isRejected(String name, String code, UnaryOperator<Request> wrong) {
        var response = wrong.apply(client.request("DescribeInstances")).send();
        assertThat(Api3TestClient.errorCode(response)).as(response.toString()).isEqualTo(code);
        assertThat(response.path("Error").path("Message").asText()).isNotEmpty().doesNotContain(emulator.secretKey());
    }

    static Stream<Arguments> rightRequests() {
        return Stream.of(
                row("nothing but the necessary", "", r -> r),
                row("299 s old", "", r -> r.shiftTimestamp(-299)),
                row("signed yesterday, in UTC", "", r -> r.shiftTimestamp(-130)),
                row("300 s ahead", "", r -> r.shiftTimestamp(300)),
                row("service as the host begins", "", r -> r.service("127")),
                row("a null is as good as nothing", "", r -> r.body("{\"Limit\":null}")),
                row("the largest page", "", r -> r.body("{\"Limit\":1000}")),
                row("the largest body", "", r -> r.body("{}" + " ".repeat(10_485_758))),
                row("the largest query", "", r -> r.get("SearchKey=" + "a".repeat(32_768 - 10))),
                row("an empty form", "", r -> r.multipart("b", "--b--")),
                row(
                        "parameters in a form",
                        "",
                        r -> r.multipart(
                                "a.b'c",
                                "--a.b'c\r\ncontent-disposition: form-data; name=\"Status.0\"\r\nContent-Type: text/plain"
                                        + "\r\n\r\n2\r\n--a.b'c\r\nContent-Disposition: form-data; name=\"Limit\"\r\n\r\n1"
                                        + "\r\n--a.b'c--\r\n")),
                row(
                        "parameters in a query",
                        "",
                        r -> r.get("Limit=1&Status.0=2&InstanceTags.0.TagKey=env" + "&InstanceTags.0.TagValue=test")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rightRequests")
    void validRequest_isAccepted(String name, String code, UnaryOperator<Request> right) {
        assertThat(Api3TestClient.errorCode(
                        right.apply(client.request("DescribeInstances")).send()))
                .isEqualTo(code);
    }

    @Test
    void everyResponse_hasADateAndAUniqueRequestId() {
        var one = client.request("DescribeInstances").exchange();
        var other = client.request("DescribeInstances")
                .credentials("AKIDother", "x")
                .exchange();
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(one.body()).isNotEqualTo(other.body());
        for (var answer : List.of(one, other)) {
            assertThat(answer.headers().firstValue("Date"))
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .contains(Instant.parse("2026-03-01T00:02:00Z"));
        }
    }

    @Test
    void error_omitsPasswords() {
        var body = "{\"InstanceId\":\"crs-1\",\"Password\":\"hunter2-secret\",\"Password\":1";
        assertThat(client.call("ClearInstance", body).toString()).doesNotContain("hunter2");
    }

    @Test
    void multipartValue_mayContainLineBreaks() {
        var response = client.request("DescribeInstances")
                .multipart("b", part("SearchKey", "a\r\n--c\r\n") + part("Limit", "7") + "--b--")
                .send();
        assertThat(response.path("TotalCount").asInt(-1)).isZero();
        assertThat(client.request("DescribeInstances")
                        .multipart("b", part("Limit", "7") + "--b--")
                        .send()
                        .path("InstanceSet"))
                .hasSize(7);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Arguments row(String name, String code, UnaryOperator<Request> change) {
        return Arguments.of(name, code, change);
    }
}
