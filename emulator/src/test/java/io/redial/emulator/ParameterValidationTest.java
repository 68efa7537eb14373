package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of all actions, made into requests that are wrong in one place each, members of structures included. */
class ParameterValidationTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static ManualClock clock;
    private static CloudEmulator emulator;
    private static Api3TestClient client;

    /** One wrong request, and the code that it is refused with. */
    record InvalidRequestCase(String action, String description, ObjectNode request, String code) {
        @Override
        public String toString() {
            return action + ": " + description + " -> " + code;
        }
    }

    @BeforeAll
    static void start() {
        clock = new ManualClock(EmulatorFixture.START);
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .instances(0)
                .quotaMode(QuotaMode.OFF)
                .build());
        client = new Api3TestClient(emulator, clock::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    static List<InvalidRequestCase> cases() {
        var cases = new ArrayList<InvalidRequestCase>();
        for (var action : Api3TestClient.API.actions()) {
            var request = SampleParameters.requiredOnly(action.input());
            cases.add(new InvalidRequestCase(
                    action.name(),
                    "one parameter too many",
                    request.deepCopy().put("NoSuchParameter", 1),
                    "UnknownParameter"));
            addCases(action, action.input(), request, List.of(), cases);
        }
        return cases;
    }

    /** The cases of fields that lie at this path of a request that is right otherwise. */
    private static void addCases(
            ActionSpec action,
            List<FieldSpec> fields,
            ObjectNode request,
            List<FieldSpec> path,
            List<InvalidRequestCase> cases) {
        for (var field : fields) {
            if (field.required()) {
                var without = request.deepCopy();
                nodeAt(without, path).remove(field.name());
                cases.add(new InvalidRequestCase(
                        action.name(), "without " + name(path, field), without, "MissingParameter"));
            }
            addInvalidValue(action, request, path, field, SampleParameters.wrongType(field), "InvalidParameter", cases);
            SampleParameters.undocumentedValue(field)
                    .ifPresent(value ->
                            addInvalidValue(action, request, path, field, value, "InvalidParameterValue", cases));
            if (field.list()) {
                addInvalidValue(action, request, path, field, NODES.textNode("no list"), "InvalidParameter", cases);
            }
            valuesOutsideBounds(field)
                    .forEach(value ->
                            addInvalidValue(action, request, path, field, value, "InvalidParameterValue", cases));
            if (field.type() instanceof TypeRef.Struct struct) {
                var inner = request.deepCopy();
                nodeAt(inner, path).set(field.name(), SampleParameters.validValue(field));
                var deeper = Stream.concat(path.stream(), Stream.of(field)).toList();
                addCases(action, SampleParameters.members(struct), inner, deeper, cases);
            }
        }
    }

    private static void addInvalidValue(
            ActionSpec action,
            ObjectNode request,
            List<FieldSpec> path,
            FieldSpec field,
            JsonNode value,
            String code,
            List<InvalidRequestCase> cases) {
        var changed = request.deepCopy();
        nodeAt(changed, path).set(field.name(), value);
        cases.add(new InvalidRequestCase(action.name(), name(path, field) + " is " + shortened(value), changed, code));
    }

    private static List<JsonNode> valuesOutsideBounds(FieldSpec field) {
        var outside = new ArrayList<JsonNode>();
        if (field.min() != null) {
            outside.add(NODES.numberNode(Objects.requireNonNull(field.min()) - 1));
        }
        if (field.max() != null) {
            outside.add(NODES.numberNode(Objects.requireNonNull(field.max()) + 1));
        }
        if (field.maxItems() != null) {
            var one = SampleParameters.validValue(field).path(0);
            outside.add(
                    NODES.arrayNode().addAll(Collections.nCopies(Objects.requireNonNull(field.maxItems()) + 1, one)));
        }
        return outside;
    }

    private static ObjectNode nodeAt(ObjectNode request, List<FieldSpec> path) {
        JsonNode node = request;
        for (var field : path) {
            node = field.list() ? node.path(field.name()).path(0) : node.path(field.name());
        }
        return (ObjectNode) node;
    }

    private static String name(List<FieldSpec> path, FieldSpec field) {
        return Stream.concat(path.stream(), Stream.of(field))
                .map(FieldSpec::name)
                .reduce((a, b) -> a + "." + b)
                .orElseThrow();
    }

    private static String shortened(JsonNode value) {
        return value.size() > 3 ? value.size() + " elements" : value.toString();
    }

    @Test
    void tables_yieldHundredsOfCases() {
        assertThat(cases().stream().filter(one -> one.code().equals("UnknownParameter")))
                .hasSize(109);
        assertThat(cases().stream().filter(one -> one.code().equals("MissingParameter")))
                .hasSizeGreaterThan(150);
        assertThat(cases().stream().filter(one -> one.code().equals("InvalidParameter")))
                .hasSizeGreaterThan(300);
        assertThat(cases().stream().filter(one -> one.code().equals("InvalidParameterValue")))
                .hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void singleInvalidParameter_isRejected(InvalidRequestCase one) {
        var answer = client.request(one.action())
                .body(one.request().toString())
                .exchangeInProcess()
                .blockOptional()
                .orElseThrow();
        assertThat(Api3TestClient.errorCode(answer)).as(answer.toString()).isEqualTo(one.code());
    }
}
