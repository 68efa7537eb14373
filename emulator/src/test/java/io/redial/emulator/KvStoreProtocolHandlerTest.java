package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Alibaba's SDK does not do: signature 1.0 by GET and by form, XML, and requests that are wrong. */
class KvStoreProtocolHandlerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:02:00Z"));
    private CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().clock(clock).build());
    private String id = emulator.addInstance().replace("crs-", "r-");
    private int nonce;

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                row("query", 200, "", r -> r),
                row("form", 200, "", r -> r.post()),
                row("every character", 200, "", r -> r.with("BusinessInfo", "a b&c=%/*~+\u6d4b")),
                row("900 s ago", 200, "", r -> r.with("Timestamp", "2026-02-28T23:47:00Z")),
                row("too old", 400, "InvalidTimeStamp.Expired", r -> r.with("Timestamp", "2026-02-28T23:46:59Z")),
                row("too new", 400, "InvalidTimeStamp.Expired", r -> r.with("Timestamp", "2026-03-01T00:17:01Z")),
                row("no time", 400, "InvalidTimeStamp.Format", r -> r.with("Timestamp", "2026-03-01 00:02:00Z")),
                row(
                        "local time",
                        400,
                        "InvalidTimeStamp.Format",
                        r -> r.with("Timestamp", "2026-03-01T00:02:00+08:00")),
                row("missing time", 400, "MissingTimestamp", r -> r.with("Timestamp", "")),
                row("missing nonce", 400, "MissingSignatureNonce", r -> r.with("SignatureNonce", "")),
                row("huge nonce", 400, "InvalidParameter", r -> r.with("SignatureNonce", "1".repeat(257))),
                row("missing key", 400, "MissingAccessKeyId", r -> r.with("AccessKeyId", "")),
                row("unknown key", 404, "InvalidAccessKeyId.NotFound", r -> r.with("AccessKeyId", "LTAIother")),
                row("wrong secret", 400, "SignatureDoesNotMatch", r -> r.secret("wrong")),
                row(
                        "changed on the way",
                        400,
                        "SignatureDoesNotMatch",
                        r -> r.afterSigning("InstanceClass", "redis.master.large.default")),
                row("missing signature", 400, "MissingSignature", r -> r.afterSigning("Signature", "")),
                row(
                        "token of nobody",
                        400,
                        "InvalidSecurityToken.MismatchWithAccessKey",
                        r -> r.with("SecurityToken", "abc")),
                row("unknown action", 404, "InvalidAction.NotFound", r -> r.with("Action", "DeleteInstance")),
                row("missing action", 400, "MissingAction", r -> r.with("Action", "")),
                row("other version", 400, "InvalidVersion", r -> r.with("Version", "2014-05-26")),
                row("missing version", 400, "MissingVersion", r -> r.with("Version", "")),
                row("unknown instance", 404, "InvalidInstanceId.NotFound", r -> r.with("InstanceId", "r-nothing1")),
                row(
                        "an instance of others",
                        404,
                        "InvalidInstanceId.NotFound",
                        r -> r.with("InstanceId", r.value("InstanceId").replace("r-", "crs-"))),
                row("missing instance", 400, "MissingInstanceId", r -> r.with("InstanceId", "")),
                row("missing class", 400, "MissingInstanceClass", r -> r.with("InstanceClass", "")),
                row(
                        "unknown class",
                        400,
                        "InvalidInstanceClass.NotFound",
                        r -> r.with("InstanceClass", "redis.master.tiny.default")),
                row(
                        "other time of effect",
                        400,
                        "InvalidEffectiveTime.Malformed",
                        r -> r.with("EffectiveTime", "Never")),
                row("maintenance window", 200, "", r -> r.with("EffectiveTime", "MaintainTime")));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("requests")
    void respondsInJsonAndXml(String name, int status, String code, UnaryOperator<Request> change) throws Exception {
        var json = change.apply(modify().with("Format", "JSON")).send();
        assertThat(json.statusCode()).as(json.body()).isEqualTo(status);
        assertThat(json.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        var fields = Api3TestClient.MAPPER.readTree(json.body());
        assertThat(fields.path("Code").asText()).isEqualTo(code);
        assertThat(fields.path("RequestId").asText()).matches("[0-9A-F-]{36}");
        assertThat(fields.has("OrderId")).isEqualTo(code.isEmpty());
        assertThat(fields.has("HostId")).isEqualTo(!code.isEmpty());
        assertThat(json.body()).doesNotContain(emulator.secretKey());
        clock.advance(Duration.ofMinutes(1));
        var xml =
                change.apply(modify().with("Timestamp", "2026-03-01T00:03:00Z")).send();
        assertThat(xml.headers().firstValue("Content-Type")).contains("text/xml;charset=utf-8");
        if (xml.statusCode() == 200) {
            assertThat(xml.body())
                    .matches("<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?><ModifyInstanceSpecResponse><OrderId>\\d+"
                            + "</OrderId><RequestId>[0-9A-F-]{36}</RequestId></ModifyInstanceSpecResponse>");
        } else {
            assertThat(xml.body()).contains("?><Error><HostId>", "<Code>", "</Message><RequestId>");
        }
    }

    @Test
    void xmlList_isWrittenAsItsElements() throws Exception {
        var body = describe().send().body();
        assertThat(body)
                .contains("<Instances><DBInstanceAttribute><InstanceId>" + id + "</InstanceId>")
                .endsWith("</DescribeInstanceAttributeResponse>");
    }

    @Test
    void reusedNonce_isRejected() throws Exception {
        assertThat(describe().with("SignatureNonce", "a").send().statusCode()).isEqualTo(200);
        var replay =
                describe().with("SignatureNonce", "a").with("Format", "JSON").send();
        assertThat(replay.statusCode()).isEqualTo(400);
        assertThat(code(replay)).isEqualTo("SignatureNonceUsed");
    }

    @Test
    void changingInstance_rejectsAnotherChange() throws Exception {
        modify().send();
        assertThat(status()).isEqualTo("Changing");
        var second = modify().with("Format", "JSON").send();
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(code(second)).isEqualTo("IncorrectDBInstanceState");
        clock.advance(Duration.ofMinutes(1));
        assertThat(status()).isEqualTo("Normal");
    }

    @Test
    void isolatedInstance_isInactive() throws Exception {
        new Api3TestClient(emulator, clock::millis)
                .call("DestroyPostpaidInstance", "{\"InstanceId\":\"" + id.replace("r-", "crs-") + "\"}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(status()).isEqualTo("Inactive");
        assertThat(code(modify().with("Format", "JSON")
                        .with("Timestamp", "2026-03-01T00:03:00Z")
                        .send()))
                .isEqualTo("IncorrectDBInstanceState");
    }

    @ParameterizedTest
    @CsvSource({"ModifyInstanceSpec, 60", "DescribeInstanceAttribute, 600"})
    void quotaIsCountedPerMinute(String action, int permits) throws Exception {
        for (var i = 0; i <= permits; i++) {
            assertThat(isThrottled(action)).isEqualTo(i == permits);
        }
        clock.advance(Duration.ofMillis(59_999));
        assertThat(isThrottled(action)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(isThrottled(action)).isFalse();
        assertThat(emulator.callCount("alibaba." + action)).isEqualTo(permits + 3);
        assertThat(emulator.throttledCount("alibaba." + action)).isEqualTo(2);
    }

    private boolean isThrottled(String action) throws Exception {
        var answer = describe().with("Action", action).with("Format", "JSON").send();
        return code(answer).equals("Throttling.User");
    }

    @Test
    void temporaryKey_requiresItsToken() throws Exception {
        emulator.close();
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .credentials("LTAIt", "secret", "the-token")
                .build());
        id = emulator.addInstance().replace("crs-", "r-");
        assertThat(describe().send().statusCode()).isEqualTo(400);
        assertThat(describe().with("SecurityToken", "other").send().statusCode())
                .isEqualTo(400);
        assertThat(describe().with("SecurityToken", "the-token").send().statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing at all, ACS3-HMAC-SHA256",
        "no such header signed, 'ACS3-HMAC-SHA256 Credential=KEY,SignedHeaders=host,Signature=SIG'",
    })
    void malformedAcs3Signature_isRejectedInJson(String name, String authorization) throws Exception {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put(
                "authorization",
                authorization.replace("KEY", emulator.secretId()).replace("SIG", "0".repeat(64)));
        headers.put("x-acs-date", "2026-03-01T00:02:00Z");
        headers.put("x-acs-signature-nonce", "a");
        var answer =
                emulator.exchange("POST", "/", "", headers::get, new byte[0]).block();
        assertThat(Api3TestClient.MAPPER.readTree(answer).path("Code").asText()).isEqualTo("IncompleteSignature");
    }

    private String status() throws Exception {
        var now = clock.nanos() / 1_000_000_000;
        var answer = describe()
                .with("Format", "JSON")
                .with("Timestamp", Instant.ofEpochSecond(now))
                .send();
        return json(answer)
                .path("Instances")
                .path("DBInstanceAttribute")
                .path(0)
                .path("InstanceStatus")
                .asText();
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        return json(answer).path("Code").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Api3TestClient.MAPPER.readTree(answer.body());
    }

    private Request describe() {
        return new Request("DescribeInstanceAttribute");
    }

    private Request modify() {
        return new Request("ModifyInstanceSpec").with("InstanceClass", largerClass());
    }

    /** The class of an instance whose shards have a gigabyte more. */
    private String largerClass() {
        var row = new InstanceInspector(new Api3TestClient(emulator, clock::millis)).row(id.replace("r-", "crs-"));
        var size = row.path("RedisShardSize").intValue() / 1024 + 1;
        return row.path("ProductType").asText().equals("cluster")
                ? "redis.logic.sharding." + size + "g.2db.0rodb.2proxy.default"
                : "redis.master." + size + "g.default";
    }

    private static Arguments row(String name, int status, String code, UnaryOperator<Request> change) {
        return Arguments.of(name, status, code, change);
    }

    /** A good request, whose parts can be changed before it is signed or after. */
    private final class Request {
        private final TreeMap<String, String> values = new TreeMap<>();
        private final TreeMap<String, String> afterSigning = new TreeMap<>();
        private String method = "GET";
        private String secret = emulator.secretKey();

        private Request(String action) {
            with("Action", action);
            with("Version", "2015-01-01");
            with("AccessKeyId", emulator.secretId());
            with("SignatureMethod", "HMAC-SHA1");
            with("SignatureVersion", "1.0");
            with("SignatureNonce", "n" + nonce++);
            with("Timestamp", "2026-03-01T00:02:00Z");
            with("InstanceId", id);
        }

        Request with(String name, Object value) {
            values.put(name, value.toString());
            return this;
        }

        Request afterSigning(String name, String value) {
            afterSigning.put(name, value);
            return this;
        }

        Request secret(String wrong) {
            secret = wrong;
            return this;
        }

        Request post() {
            method = "POST";
            return this;
        }

        String value(String name) {
            return values.get(name);
        }

        HttpResponse<String> send() throws Exception {
            values.values().removeIf(String::isEmpty);
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var text = method + "&%2F&" + percentEncode(query());
            values.put(
                    "Signature",
                    Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
            values.putAll(afterSigning);
            values.values().removeIf(String::isEmpty);
            var request = method.equals("GET")
                    ? HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/?" + query()))
                    : HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/"))
                            .header("content-type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(query()));
            return HTTP.send(
                    request.version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString());
        }

        private String query() {
            return values.entrySet().stream()
                    .map(pair -> percentEncode(pair.getKey()) + "=" + percentEncode(pair.getValue()))
                    .collect(Collectors.joining("&"));
        }

        private static String percentEncode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("*", "%2A")
                    .replace("%7E", "~");
        }
    }
}
