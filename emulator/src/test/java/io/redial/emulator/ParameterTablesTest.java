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
class ParameterTablesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static SteppedClock clock;
    private static CloudEmulator emulator;
    private static CloudCaller caller;

    /** One wrong request, and the code that it is refused with. */
    record Case(String action, String what, ObjectNode request, String code) {
        @Override
        public String toString() {
            return action + ": " + what + " -> " + code;
        }
    }

    @BeforeAll
    static void start() {
        clock = new SteppedClock(Scene.START);
        emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .instances(0)
                .quota(QuotaMode.OFF)
                .build());
        caller = new CloudCaller(emulator, clock::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var action : CloudCaller.API.actions()) {
            var request = SampleParameters.required(action.input());
            cases.add(new Case(
                    action.name(),
                    "one parameter too many",
                    request.deepCopy().put("NoSuchParameter", 1),
                    "UnknownParameter"));
            each(action, action.input(), request, List.of(), cases);
        }
        return cases;
    }

    /** The cases of fields that lie at this path of a request that is right otherwise. */
    private static void each(
            ActionSpec action, List<FieldSpec> fields, ObjectNode request, List<FieldSpec> path, List<Case> cases) {
        for (var field : fields) {
            if (field.required()) {
                var without = request.deepCopy();
                at(without, path).remove(field.name());
                cases.add(new Case(action.name(), "without " + name(path, field), without, "MissingParameter"));
            }
            wrong(action, request, path, field, SampleParameters.mistyped(field), "InvalidParameter", cases);
            SampleParameters.outsideTheList(field)
                    .ifPresent(value -> wrong(action, request, path, field, value, "InvalidParameterValue", cases));
            if (field.list()) {
                wrong(action, request, path, field, NODES.textNode("no list"), "InvalidParameter", cases);
            }
            bounds(field).forEach(value -> wrong(action, request, path, field, value, "InvalidParameterValue", cases));
            if (field.type() instanceof TypeRef.Struct struct) {
                var inner = request.deepCopy();
                at(inner, path).set(field.name(), SampleParameters.right(field));
                var deeper = Stream.concat(path.stream(), Stream.of(field)).toList();
                each(action, SampleParameters.members(struct), inner, deeper, cases);
            }
        }
    }

    private static void wrong(
            ActionSpec action,
            ObjectNode request,
            List<FieldSpec> path,
            FieldSpec field,
            JsonNode value,
            String code,
            List<Case> cases) {
        var changed = request.deepCopy();
        at(changed, path).set(field.name(), value);
        cases.add(new Case(action.name(), name(path, field) + " is " + shortened(value), changed, code));
    }

    private static List<JsonNode> bounds(FieldSpec field) {
        var outside = new ArrayList<JsonNode>();
        if (field.min() != null) {
            outside.add(NODES.numberNode(Objects.requireNonNull(field.min()) - 1));
        }
        if (field.max() != null) {
            outside.add(NODES.numberNode(Objects.requireNonNull(field.max()) + 1));
        }
        if (field.maxItems() != null) {
            var one = SampleParameters.right(field).path(0);
            outside.add(
                    NODES.arrayNode().addAll(Collections.nCopies(Objects.requireNonNull(field.maxItems()) + 1, one)));
        }
        return outside;
    }

    private static ObjectNode at(ObjectNode request, List<FieldSpec> path) {
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
    void theTablesMakeHundredsOfCases() {
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
    void whatIsWrongInOnePlaceIsRefused(Case one) {
        var answer = caller.request(one.action())
                .body(one.request().toString())
                .inProcess()
                .blockOptional()
                .orElseThrow();
        assertThat(CloudCaller.code(answer)).as(answer.toString()).isEqualTo(one.code());
    }
}
