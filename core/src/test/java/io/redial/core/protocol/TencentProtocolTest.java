package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redial.core.GenericRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.TaskStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TencentProtocolTest {
    private static final Target TARGET = new Target(URI.create("https://redis.example.com"), "ap-guangzhou");
    private static final Credentials KEYS = Credentials.of("AKIDEXAMPLE", "do-not-print-me", "nor-me");
    private static final Instant TIME = Instant.ofEpochSecond(1_551_113_065);

    private final Protocol protocol = TencentProtocol.forService("redis");

    @Test
    void aCallCarriesTheDocumentedHeaders() {
        var call = protocol.encode(DescribeTaskInfoRequest.of(18215), TARGET, KEYS, TIME);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).isEqualTo(URI.create("https://redis.example.com/"));
        assertThat(call.headers())
                .containsEntry("Host", "redis.example.com")
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry("X-TC-Action", "DescribeTaskInfo")
                .containsEntry("X-TC-Version", "2018-04-12")
                .containsEntry("X-TC-Region", "ap-guangzhou")
                .containsEntry("X-TC-Timestamp", "1551113065")
                .containsEntry("X-TC-Token", "nor-me")
                .hasEntrySatisfying(
                        "Authorization",
                        value -> assertThat(value)
                                .startsWith("TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2019-02-25/redis/tc3_request, "));
        assertThat(call.body()).asString(UTF_8).isEqualTo("{\"TaskId\":18215}");
        assertThat(call.toString()).doesNotContain("AKIDEXAMPLE", "nor-me");
    }

    @ParameterizedTest
    @CsvSource({
        "https://redis.example.com, redis.example.com",
        "https://redis.example.com:443, redis.example.com",
        "https://redis.example.com:8443, redis.example.com:8443",
        "http://127.0.0.1:80, 127.0.0.1",
        "http://127.0.0.1:443, 127.0.0.1:443",
    })
    void theSignedHostIsTheOneThatIsSent(String endpoint, String host) {
        assertThat(new Target(URI.create(endpoint), "ap-guangzhou").host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"redis.example.com", "ftp://redis.example.com", "https:///nowhere"})
    void anEndpointIsASchemeAndAHost(String endpoint) {
        assertThatThrownBy(() -> new Target(URI.create(endpoint), "ap-guangzhou"))
                .hasMessageContaining("is no endpoint; one reads like https://");
    }

    @Test
    void anAnswerIsDecodedAndFieldsOfANewerServerArePassedOver() {
        var response = decode("""
                {"Later": 1, "Response": {"Status": "running", "New": {"Deep": [1, {"Error": 2}]}, "RequestId": "r-1"}}
                """);

        assertThat(response.status()).isEqualTo(TaskStatus.RUNNING);
        assertThat(response.requestId()).isEqualTo("r-1");
    }

    @Test
    void strictlyAFieldOfANewerServerMakesItUnreadable() {
        assertThatThrownBy(() -> TencentProtocol.builder("redis")
                        .strict(true)
                        .build()
                        .decode(
                                DescribeTaskInfoRequest.ACTION,
                                TARGET,
                                answer(200, "{\"Response\": {\"New\": 1, \"RequestId\": \"r-1\"}}")))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("unknown field 'New'");
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFound.InstanceNotExists, REJECTED, false",
        "RequestLimitExceeded, THROTTLED, true",
        "RequestLimitExceeded.UinLimitExceeded, THROTTLED, true",
        "Throttling.User, THROTTLED, true",
        "4400, THROTTLED, true",
        "InternalError.DbOperationFailed, SERVER_FAILURE, true",
        "AuthFailure.SignatureExpire, CLOCK, false",
        "AuthFailure.SignatureFailure, UNAUTHORIZED, false",
        "LimitExceeded.InvalidMemSize, REJECTED, false",
    })
    void aRefusalSaysAllThatIsKnown(String code, Refusal refusal, boolean retryable) {
        var error = catchThrowableOfType(
                ServiceException.class,
                () -> decode("{\"Response\": {\"Error\": {\"Code\": \"" + code
                        + "\", \"Message\": \"No, because.\"}, \"RequestId\": \"r-2\"}}"));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.serverMessage()).isEqualTo("No, because.");
        assertThat(error.requestId()).isEqualTo("r-2");
        assertThat(error.refusal()).isEqualTo(refusal);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.call()).isEqualTo(TARGET.callSite("DescribeTaskInfo"));
        assertThat(error)
                .hasMessageStartingWith("DescribeTaskInfo in ap-guangzhou was refused: " + code + ": No, because. ")
                .hasMessageContaining("request id r-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | <html>Bad Gateway</html> | HTTP 502, text/html, where only HTTP 200 is an answer; it begins: <html>Bad",
                "200 | <html>Log in</html> | not JSON: ",
                "200 | {\"Response\": {\"Status\": \"run | not JSON: ",
                "200 | {\"Response\": {\"Status\": \"running\" | not JSON: ",
                "200 | {\"Answer\": {}} | the document has no member 'Response'; it begins: {\"Answer\": {}}",
                "200 | {\"Response\": []} | expected an object at /Response",
                "200 | {\"Response\": {\"Status\": [1]}} | expected text at /Response/Status",
                "200 | {\"Response\": {}} {} | there is more after the end",
                "200 | '' | the document ends too early; it begins: (nothing)",
            })
    void whatIsNoAnswerIsShownAndNotTraced(int status, String body, String message) {
        assertThatThrownBy(() -> protocol.decode(DescribeTaskInfoRequest.ACTION, TARGET, answer(status, body)))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasNoCause()
                .hasMessageStartingWith(
                        "DescribeTaskInfo in ap-guangzhou got an answer that is not from the API: HTTP " + status)
                .hasMessageContaining(message);
    }

    @Test
    void ofALongPageOnlyTheBeginningIsShown() {
        assertThatThrownBy(() -> protocol.decode(
                        DescribeTaskInfoRequest.ACTION, TARGET, answer(502, "<html>" + "x".repeat(10_000))))
                .message()
                .endsWith("it begins: <html>" + "x".repeat(194));
    }

    @Test
    void anActionThatNobodyKnowsTravelsAsATree() {
        var request = GenericRequest.of(
                "redis", "DescribeLines", "2026-01-01", Map.of("Ids", List.of("a", "b"), "Deep", Map.of("Yes", true)));

        var call = protocol.encode(request, TARGET, KEYS, TIME);
        var response = protocol.decode(
                request.action(),
                TARGET,
                answer(200, "{\"Response\": {\"Lines\": [{\"Id\": 1.5}], \"None\": null, \"RequestId\": \"r-3\"}}"));

        assertThat(call.headers()).containsEntry("X-TC-Version", "2026-01-01");
        assertThat(call.body())
                .asString(UTF_8)
                .contains("\"Ids\":[\"a\",\"b\"]")
                .contains("\"Deep\":{\"Yes\":true}");
        assertThat(response.fields())
                .containsEntry("Lines", List.of(Map.of("Id", 1.5)))
                .containsEntry("None", null);
        assertThat(response.requestId()).isEqualTo("r-3");
    }

    @Test
    void anActionThatNobodyKnowsCanBeRefused() {
        var request = GenericRequest.of("redis", "DescribeLines", "2026-01-01", Map.of());

        assertThatThrownBy(() -> protocol.decode(
                        request.action(),
                        TARGET,
                        answer(
                                200,
                                "{\"Response\": {\"Error\": {\"Code\": \"InvalidAction\", \"Message\": \"No.\"}}}")))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("InvalidAction");
    }

    private DescribeTaskInfoResponse decode(String body) {
        return protocol.decode(DescribeTaskInfoRequest.ACTION, TARGET, answer(200, body));
    }

    private static HttpAnswer answer(int status, String body) {
        return new HttpAnswer(status, "text/html", null, body.getBytes(UTF_8));
    }
}
