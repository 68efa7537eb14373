package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.aliyun.kvstore.AliyunKvStoreActions;
import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import io.redial.catalog.ExampleSpec;
import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireWriter;
import io.redial.tencent.crs.TencentCrsActions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every documented example of the older Tencent API and of Alibaba's goes through its protocol: the request sends the
 * documented parameters, and the answer is read with no field unknown and none unread. Where the document breaks its own
 * tables, the exception is listed in {@link DocumentedAnswers}.
 */
class DocumentedCallsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Credentials KEYS = Credentials.of("keyid", "do-not-print-me");
    private static final Instant TIME = Instant.parse("2026-11-21T10:00:00Z");

    private static final Service CRS = new Service(
            Catalog.tencentCrs(),
            TencentCrsActions.all(),
            TencentV2Protocol.builder().strict(true).build(),
            0,
            List.of("Timestamp", "Nonce", "SecretId", "SignatureMethod", "Signature"),
            List.of("code", "message", "codeDesc"));
    private static final Service KVSTORE = new Service(
            Catalog.aliyunKvStore(),
            AliyunKvStoreActions.all(),
            AlibabaProtocol.builder().strict(true).build(),
            1,
            List.of(
                    "Version",
                    "Format",
                    "AccessKeyId",
                    "SignatureMethod",
                    "SignatureVersion",
                    "SignatureNonce",
                    "Timestamp",
                    "Signature"),
            List.of());

    /** An API, and what every call and every answer of it has beside its own. */
    private record Service(
            Api api,
            List<Action<?, ?>> actions,
            Protocol protocol,
            int firstIndex,
            List<String> ofEveryCall,
            List<String> ofEveryAnswer) {

        Target target() {
            return new Target(URI.create("https://" + api.endpoint()), "");
        }

        Stream<Case> cases() {
            return api.actions().stream()
                    .flatMap(spec -> IntStream.range(0, spec.examples().size())
                            .mapToObj(i -> new Case(
                                    this,
                                    action(spec.name()),
                                    i + 1,
                                    spec.examples().get(i))));
        }

        private Action<?, ?> action(String name) {
            return actions.stream()
                    .filter(action -> action.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Case(Service service, Action<?, ?> action, int number, ExampleSpec example) {
        @Override
        public String toString() {
            return action.name() + " " + number;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(CRS, KVSTORE).flatMap(Service::cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theRequestSendsTheDocumentedParameters(Case example) throws Exception {
        var documented = new TreeMap<String, String>();
        flatten(
                "",
                JSON.readTree(example.example().request()),
                example.service().firstIndex(),
                documented);
        documented.put("Action", example.action().name());

        var sent = Sent.parameters(encode(example.action(), example));

        assertThat(sent.keySet()).containsAll(example.service().ofEveryCall());
        sent.keySet().removeAll(example.service().ofEveryCall());
        assertThat(sent).isEqualTo(documented);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAnswerIsReadStrictlyAndEncodesBack(Case example) throws Exception {
        var printed = (ObjectNode) JSON.readTree(example.example().response());

        var encoded = readAndWrite(example.action(), example, example.example().response());

        printed.remove(example.service().ofEveryAnswer());
        assertThat(encoded).isEqualTo(DocumentedAnswers.expected(example.toString(), printed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAnswerInXmlSaysTheSame(Case example) throws Exception {
        var xml = example.example().xml();
        assertThat(xml != null).isEqualTo(example.service() == KVSTORE);
        if (xml != null) {
            assertThat(readAndWrite(example.action(), example, xml))
                    .isEqualTo(readAndWrite(
                            example.action(), example, example.example().response()));
        }
    }

    @Test
    void allExamplesAreThereAndEveryExceptionIsStillNeeded() {
        assertThat(CRS.cases()).hasSize(22);
        assertThat(KVSTORE.cases()).hasSize(1);
        assertThat(cases().map(Case::toString).toList()).containsAll(DocumentedAnswers.NAMES);
    }

    private static <I extends ApiRequest<O>, O extends ApiResponse> HttpCall encode(Action<I, O> action, Case example) {
        var request =
                WireReader.read(example.example().request().getBytes(UTF_8), UnknownFields.REFUSE, action.request());
        return example.service().protocol().encode(request, example.service().target(), KEYS, TIME);
    }

    private static <O extends ApiResponse> JsonNode readAndWrite(Action<?, O> action, Case example, String body)
            throws Exception {
        var answer = new HttpAnswer(200, "text/plain", null, body.getBytes(UTF_8));
        var response =
                example.service().protocol().decode(action, example.service().target(), answer);
        return JSON.readTree(WireWriter.bytes(response, action.response()));
    }

    private static void flatten(String name, JsonNode node, int firstIndex, Map<String, String> into) {
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                flatten(name + "." + (firstIndex + i), node.get(i), firstIndex, into);
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member -> flatten(
                            name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                            member.getValue(),
                            firstIndex,
                            into));
        } else {
            into.put(name, node.asText());
        }
    }
}
