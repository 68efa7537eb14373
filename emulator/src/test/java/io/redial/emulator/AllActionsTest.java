package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.FieldSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action does what a valid request asks for, and refuses an invalid one with an error of its document. */
class AllActionsTest {
    private static final String UNKNOWN_INSTANCE = "crs-00000000";

    /** Lists that are empty although the request is valid: the document calls these nodes disused. */
    private static final Map<String, Set<String>> EMPTY_LISTS = Map.of("DescribeInstanceNodeInfo", Set.of("Tendis"));

    private final EmulatorFixture fixture = new EmulatorFixture();
    private final ValidRequests requests = new ValidRequests(fixture.client, fixture.clock);
    private final String first = fixture.inspector.oldestInstances(2).get(0);
    private final String second = fixture.inspector.oldestInstances(2).get(1);

    @AfterEach
    void stop() {
        fixture.close();
    }

    static Stream<String> actions() {
        return Api3TestClient.API.actions().stream().map(ActionSpec::name);
    }

    @Test
    void actionCount_matchesTheDocumentation() {
        assertThat(actions()).hasSize(109);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void validRequest_returnsEveryDocumentedField(String name) throws IOException {
        var action = Api3TestClient.API.action(name).orElseThrow();
        requests.prepare(name, first, second);

        var answer = fixture.client.call(name, requests.body(action, first, second));

        assertThat(answer.path("Error")).as(name).isEmpty();
        DocumentedFieldsAssert.assertComplete(action.output(), answer, name);
        var empty = EMPTY_LISTS.getOrDefault(name, Set.of());
        assertThat(action.output())
                .filteredOn(FieldSpec::list)
                .allSatisfy(field -> assertThat(answer.path(field.name()).isEmpty())
                        .as(name + "." + field.name() + " is empty")
                        .isEqualTo(empty.contains(field.name())));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void invalidRequest_getsADocumentedError(String name) throws IOException {
        var action = Api3TestClient.API.action(name).orElseThrow();
        var request =
                (ObjectNode) Api3TestClient.MAPPER.readTree(requests.body(action, UNKNOWN_INSTANCE, UNKNOWN_INSTANCE));
        var named = Stream.of("InstanceId", "SrcInstanceId", "InstanceIds")
                .flatMap(field -> action.inputField(field).stream())
                .anyMatch(FieldSpec::required);
        if (!named) {
            request.put("NoSuchParameter", 1);
        }

        var code = Api3TestClient.errorCode(fixture.client.call(name, request.toString()));

        assertThat(code).matches(named ? "ResourceNotFound.*|InvalidParameter.*" : "UnknownParameter");
        assertThat(action.errors().contains(code) || isCommon(code)).as(code).isTrue();
    }

    private static boolean isCommon(String code) {
        return Api3TestClient.API.error(code).orElseThrow().common();
    }
}
