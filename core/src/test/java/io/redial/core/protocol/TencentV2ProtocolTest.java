package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.Effect;
import io.redial.core.GenericRequest;
import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.core.signature.ParameterSigner;
import io.redial.core.signature.SignatureMethod;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TencentV2ProtocolTest {
    private static final Target TARGET = new Target(URI.create("https://redis.api.qcloud.com"), "gz");
    private static final Credentials KEYS = Credentials.of("AKIDEXAMPLE", "do-not-print-me");
    private static final Instant TIME = Instant.ofEpochSecond(1_465_185_768);

    private final Protocol protocol = TencentV2Protocol.create();

    @ParameterizedTest
    @CsvSource({
        "HMAC_SHA256, 0EEm%2FHtGRr%2FVJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s%3D",
        "HMAC_SHA1, nPVnY6njQmwQ8ciqbPl5Qe%2BOru4%3D",
    })
    void aCallIsTheDocumentedOne(SignatureMethod method, String signature) {
        var request = GenericRequest.of("cvm", "DescribeInstances", "", Map.of("InstanceIds", List.of("ins-09dx96dg")));
        var call = TencentV2Protocol.builder()
                .door(ParameterDoor.GET)
                .signatureMethod(method)
                .nonces(() -> "11886")
                .build()
                .encode(
                        request,
                        new Target(URI.create("https://cvm.api.qcloud.com"), "ap-guangzhou"),
                        Credentials.of("AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA", "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA"),
                        TIME);

        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.uri())
                .hasToString("https://cvm.api.qcloud.com/v2/index.php?Action=DescribeInstances"
                        + "&InstanceIds.0=ins-09dx96dg&Nonce=11886&Region=ap-guangzhou"
                        + "&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA&Signature=" + signature + "&SignatureMethod="
                        + method.tencentName() + "&Timestamp=1465185768");
    }

    @Test
    void byDefaultParametersTravelAsAForm() {
        var request = GenericRequest.of("redis", "SetRedisAutoRenew", "", Map.of("redisIds", List.of("a", "b c")));
        var call = protocol.encode(request, TARGET, Credentials.of("AKIDEXAMPLE", "do-not-print-me", "nor-me"), TIME);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString("https://redis.api.qcloud.com/v2/index.php");
        assertThat(call.headers())
                .containsOnly(
                        Map.entry("Host", "redis.api.qcloud.com"),
                        Map.entry("Content-Type", "application/x-www-form-urlencoded"));
        var sent = Sent.parameters(call);
        var signature = sent.remove("Signature");
        assertThat(sent)
                .containsEntry("redisIds.0", "a")
                .containsEntry("redisIds.1", "b c")
                .containsEntry("Region", "gz")
                .containsEntry("Token", "nor-me")
                .containsEntry("SignatureMethod", "HmacSHA256")
                .doesNotContainKey("Version");
        assertThat(signature)
                .isEqualTo(ParameterSigner.v2(SignatureMethod.HMAC_SHA256)
                        .signature(KEYS, "POST", "redis.api.qcloud.com", sent));
    }

    @Test
    void anEmptyRegionIsLeftOutAndANonceIsUsedOnce() {
        var request = GenericRequest.of("redis", "DescribeRedis", "", Map.of());
        var nowhere = new Target(TARGET.endpoint(), "");

        var first = Sent.parameters(protocol.encode(request, nowhere, KEYS, TIME));
        var second = Sent.parameters(protocol.encode(request, nowhere, KEYS, TIME));

        assertThat(first).doesNotContainKey("Region");
        assertThat(first.get("Nonce")).isNotEqualTo(second.get("Nonce"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 0, 'message': '', 'codeDesc': 'Success', 'data': {'price': 16000}}",
                "{'code': '0', 'message': '', 'codeDesc': 'Success', 'data': {'price': '16000'}}",
                "{'data': {'Price': 16000}, 'code': '0'}",
                "{'code': 0, 'message': null, 'data': [{'price': 16000}]}",
            })
    void anAnswerIsReadHoweverItIsShaped(String body) {
        assertThat(decode(Price.of(Effect.READ), body).price).isEqualTo(16_000);
    }

    @Test
    void anEmptyListStandsForNoDataAtAll() {
        assertThat(decode(Price.of(Effect.READ), "{'code': 0, 'data': []}").price)
                .isNull();
    }

    @Test
    void strictlyTheHeadIsKnownAndNothingElse() {
        var strict = TencentV2Protocol.builder().strict(true).build();
        var head = "{'code': 0, 'message': '', 'codeDesc': 'Success', ";

        assertThat(strict.decode(Price.of(Effect.READ), TARGET, answer(200, head + "'data': {'price': 1}}")).price)
                .isEqualTo(1);
        for (var unknown : List.of("'data': {'code': 1}}", "'more': 1}")) {
            assertThatThrownBy(() -> strict.decode(Price.of(Effect.READ), TARGET, answer(200, head + unknown)))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContaining("unknown field");
        }
    }

    @Test
    void anActionThatNobodyKnowsIsReadAsATree() {
        var request = GenericRequest.of("redis", "DescribeRedis", "", Map.of());

        var response = protocol.decode(
                request.action(), TARGET, answer(200, "{'code': '0', 'totalCount': 1, 'data': {'redisSet': []}}"));

        assertThat(response.fields())
                .containsEntry("totalCount", 1)
                .containsEntry("data", Map.of("redisSet", List.of()));
        assertThat(response.requestId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code': 5100, 'message': '(100004)projectId不正确'} | 5100.100004 | (100004)projectId不正确 | REJECTED",
                "{'code': '4000', 'message': '(11201)bad', 'codeDesc': 'InvalidParameter', 'data': ''} "
                        + "| 4000.InvalidParameter | (11201)bad | REJECTED",
                "{'code': 4400, 'message': 'too many', 'codeDesc': ''} | 4400 | too many | THROTTLED",
                "{'code': '4400', 'message': '(4400)x', 'codeDesc': 'RequestLimitExceeded', 'data': []} "
                        + "| 4400.RequestLimitExceeded | (4400)x | THROTTLED",
                "{'code': 4100} | 4100 | '' | UNAUTHORIZED",
                "{'code': 4104, 'message': 'no (1) such'} | 4104 | no (1) such | UNAUTHORIZED",
                "{'code': 6000, 'message': 'oops'} | 6000 | oops | SERVER_FAILURE",
            })
    void aRefusalSaysAllThatIsKnown(String body, String code, String message, Refusal refusal) {
        var error = refused(Effect.WRITE, body);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.serverMessage()).isEqualTo(message);
        assertThat(error.refusal()).isEqualTo(refusal);
        assertThat(error.throttled()).isEqualTo(refusal == Refusal.THROTTLED);
        assertThat(error.requestId()).isNull();
        assertThat(error.call()).isEqualTo(TARGET.callSite("InquiryRedisPrice"));
    }

    @ParameterizedTest
    @CsvSource({"READ, CLOCK", "IDEMPOTENT_WRITE, CLOCK", "WRITE, REPLAYED"})
    void aReplayIsSignedAnewOnlyIfItMayBeDoneTwice(Effect effect, Refusal refusal) {
        var error = refused(effect, "{'code': 4500, 'message': 'replay'}");

        assertThat(error.refusal()).isEqualTo(refusal);
        assertThat(error.retryable()).isFalse();
        assertThat(error).hasMessageContaining("4500: replay [the clock of this machine is off");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | <html>Bad Gateway</html> | HTTP 502, text/html, where only HTTP 200 is an answer",
                "200 | <html>Log in</html> | not JSON: ",
                "200 | {'message': ''} | the document has no member 'code'",
                "200 | [] | expected an object",
                "200 | {'code': 0, 'data': 5} | expected an object at /data",
                "200 | {'code': 0, 'data': {'price': 'much'}} | expected a whole number at /data/price",
            })
    void whatIsNoAnswerIsShown(int status, String body, String message) {
        assertThatThrownBy(() -> protocol.decode(Price.of(Effect.READ), TARGET, answer(status, body)))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining(message);
    }

    private ServiceException refused(Effect effect, String body) {
        return catchThrowableOfType(ServiceException.class, () -> decode(Price.of(effect), body));
    }

    private Price decode(Action<?, Price> action, String body) {
        return protocol.decode(action, TARGET, answer(200, body));
    }

    private static HttpAnswer answer(int status, String body) {
        return new HttpAnswer(status, "text/html", null, body.replace('\'', '"').getBytes(UTF_8));
    }

    /** An answer as a generated model reads it: names compare in small letters, {@code data} is an object of its own. */
    private record Price(@Nullable Long price) implements ApiResponse {
        private static final WireType<Price> DATA = WireType.of((value, out) -> {}, Price::data);
        private static final WireType<Price> WIRE = WireType.of((value, out) -> {}, Price::read);

        static Action<ApiRequest<Price>, Price> of(Effect effect) {
            return Action.of(
                    "InquiryRedisPrice",
                    "redis",
                    "v2",
                    Rate.perSecond(20),
                    effect,
                    WireType.<ApiRequest<Price>>of((request, out) -> {}, in -> {
                        throw new UnsupportedOperationException();
                    }),
                    WIRE);
        }

        private static Price read(WireReader in) {
            Price data = null;
            in.beginObject();
            while (in.nextField()) {
                switch (in.fieldInSmallLetters()) {
                    case "data" -> data = in.object(DATA);
                    default -> in.unknownField();
                }
            }
            return data == null ? new Price(null) : data;
        }

        private static Price data(WireReader in) {
            Long price = null;
            in.beginObject();
            while (in.nextField()) {
                switch (in.fieldInSmallLetters()) {
                    case "price" -> price = in.integer();
                    default -> in.unknownField();
                }
            }
            return new Price(price);
        }

        @Override
        public @Nullable String requestId() {
            return null;
        }
    }
}
