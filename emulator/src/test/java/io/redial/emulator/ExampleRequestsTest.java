package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented example request gets past the front door, and what comes back is as the tables say. */
class ExampleRequestsTest {
    private static final EmulatorClock CLOCK = EmulatorClock.system();

    /** Values that the examples print and the tables do not have. */
    private static final Map<String, Set<String>> CONTRADICTIONS = Map.of("DescribeInstances", Set.of("OrderBy"));

    private static CloudEmulator emulator;
    private static Api3TestClient client;

    @BeforeAll
    static void start() {
        emulator = CloudEmulator.start(EmulatorOptions.defaults());
        client = new Api3TestClient(emulator, CLOCK::millis);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    static Stream<String> actions() {
        return Api3TestClient.API.actions().stream().map(ActionSpec::name);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void exampleRequest_isAccepted(String name) throws IOException {
        var action = Api3TestClient.API.action(name).orElseThrow();
        var response = client.call(name, request(action));
        if (response.has("Error")) {
            // the example names an instance, a task or a template that is not in this cloud
            assertThat(Api3TestClient.errorCode(response))
                    .matches(
                            "ResourceNotFound.*|InvalidParameter(\\.InvalidParameter)?|InvalidParameterValue.*NotExists");
            assertThat(response.path("Error").path("Message").asText()).contains("in this region");
            return;
        }
        DocumentedFieldsAssert.assertTyped(action.output(), response, name, false);
        if (action.handle() != null) {
            assertThat(response.has(action.handle().field())).as(name).isTrue();
        }
    }

    static String request(ActionSpec action) throws IOException {
        if (action.examples().isEmpty()) {
            assertThat(action.name()).isEqualTo("ModifyInstancePassword");
            return "{\"InstanceId\":\"crs-5a4py64p\",\"OldPassword\":\"old-secret-1\",\"Password\":\"new-secret-1\"}";
        }
        var example = (ObjectNode)
                Api3TestClient.MAPPER.readTree(action.examples().get(0).request());
        example.remove(CONTRADICTIONS.getOrDefault(action.name(), Set.of()));
        return withDocumentedTypes(action.input(), example).toString();
    }

    /** Some examples print numbers and booleans as texts, against the tables. */
    private static JsonNode withDocumentedTypes(List<FieldSpec> fields, ObjectNode object) {
        for (var field : fields) {
            var value = object.get(field.name());
            if (value instanceof ArrayNode items) {
                for (var i = 0; i < items.size(); i++) {
                    items.set(i, withDocumentedTypes(field, items.get(i)));
                }
            } else if (value != null) {
                object.set(field.name(), withDocumentedTypes(field, value));
            }
        }
        return object;
    }

    private static JsonNode withDocumentedTypes(FieldSpec field, JsonNode value) {
        if (field.type() instanceof TypeRef.Struct struct && value instanceof ObjectNode object) {
            return withDocumentedTypes(
                    Api3TestClient.API.type(struct.name()).orElseThrow().fields(), object);
        }
        var text = field.type() == Scalar.STRING
                || (field.type() instanceof TypeRef.Values list && list.scalar() == Scalar.STRING);
        try {
            return text || !value.isTextual() ? value : Api3TestClient.MAPPER.readTree(value.asText());
        } catch (IOException e) {
            throw new AssertionError(field.name() + " is " + value, e);
        }
    }
}
