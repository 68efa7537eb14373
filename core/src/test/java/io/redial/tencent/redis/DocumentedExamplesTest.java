package io.redial.tencent.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Catalog;
import io.redial.catalog.ExampleSpec;
import io.redial.core.Action;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every documented example makes the trip: JSON to model and back to the same JSON, with no field unknown and none unread.
 * Where the document breaks its own tables, the exception is listed in {@link DocumentedExceptions}.
 */
class DocumentedExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Numbers are the same when their values are: the document prints 4096 where the type is a decimal. */
    private static final Comparator<JsonNode> SAME = (left, right) -> left.equals(right)
                    || left.isNumber()
                            && right.isNumber()
                            && left.decimalValue().compareTo(right.decimalValue()) == 0
            ? 0
            : 1;

    record Case(Action<?, ?> action, int number, ExampleSpec example) {
        @Override
        public String toString() {
            return action.name() + " " + number;
        }
    }

    static Stream<Case> cases() {
        return Catalog.tencentRedis().actions().stream().flatMap(spec -> {
            var action = TencentRedisActions.all().stream()
                    .filter(candidate -> candidate.name().equals(spec.name()))
                    .findFirst()
                    .orElseThrow();
            var cases = new ArrayList<Case>();
            spec.examples().forEach(example -> cases.add(new Case(action, cases.size() + 1, example)));
            return cases.stream();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theRequestEncodesToTheDocumentedJson(Case example) throws Exception {
        var documented = (ObjectNode) JSON.readTree(example.example().request());
        var printed = documented.deepCopy();

        var encoded = roundTrip(documented, example.action().request(), UnknownFields.REFUSE);

        assertSameJson(DocumentedExceptions.REQUESTS.apply(example.toString(), printed), encoded);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theResponseDecodesStrictlyAndEncodesBack(Case example) throws Exception {
        var documented =
                (ObjectNode) JSON.readTree(example.example().response()).get("Response");
        var expected = DocumentedExceptions.RESPONSES.apply(example.toString(), documented);

        var encoded = roundTrip(
                DocumentedExceptions.withoutRetiredFields(example.toString(), documented),
                example.action().response(),
                UnknownFields.REFUSE);

        assertSameJson(expected, encoded);
    }

    @Test
    void everyExceptionIsStillNeeded() {
        var known = new HashSet<String>();
        cases().forEach(example -> known.add(example.toString()));

        assertThat(known).containsAll(DocumentedExceptions.names());
    }

    private static <T> JsonNode roundTrip(JsonNode document, WireType<T> type, UnknownFields unknownFields)
            throws Exception {
        var value = WireReader.read(JSON.writeValueAsBytes(document), unknownFields, type);
        return JSON.readTree(WireWriter.bytes(value, type));
    }

    private static void assertSameJson(JsonNode expected, JsonNode actual) {
        if (!expected.equals(SAME, actual)) {
            assertEquals(expected.toPrettyString(), actual.toPrettyString());
        }
    }
}
