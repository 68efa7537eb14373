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
class EveryActionWorksTest {
    private static final String NOBODY = "crs-00000000";

    /** Lists that are empty although the request is valid: the document calls these nodes disused. */
    private static final Map<String, Set<String>> EMPTY = Map.of("DescribeInstanceNodeInfo", Set.of("Tendis"));

    private final Scene scene = new Scene();
    private final ValidRequests requests = new ValidRequests(scene.caller, scene.clock);
    private final String one = scene.console.oldest(2).get(0);
    private final String two = scene.console.oldest(2).get(1);

    @AfterEach
    void stop() {
        scene.close();
    }

    static Stream<String> actions() {
        return CloudCaller.API.actions().stream().map(ActionSpec::name);
    }

    @Test
    void thereAreAsManyAsTheDocumentSays() {
        assertThat(actions()).hasSize(109);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aValidRequestIsAnsweredWithEveryField(String name) throws IOException {
        var action = CloudCaller.API.action(name).orElseThrow();
        requests.prepare(name, one, two);

        var answer = scene.caller.call(name, requests.of(action, one, two));

        assertThat(answer.path("Error")).as(name).isEmpty();
        DocumentedShape.assertComplete(action.output(), answer, name);
        var empty = EMPTY.getOrDefault(name, Set.of());
        assertThat(action.output())
                .filteredOn(FieldSpec::list)
                .allSatisfy(field -> assertThat(answer.path(field.name()).isEmpty())
                        .as(name + "." + field.name() + " is empty")
                        .isEqualTo(empty.contains(field.name())));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anInvalidRequestIsRefusedWithADocumentedError(String name) throws IOException {
        var action = CloudCaller.API.action(name).orElseThrow();
        var request = (ObjectNode) CloudCaller.MAPPER.readTree(requests.of(action, NOBODY, NOBODY));
        var named = Stream.of("InstanceId", "SrcInstanceId", "InstanceIds")
                .flatMap(field -> action.inputField(field).stream())
                .anyMatch(FieldSpec::required);
        if (!named) {
            request.put("NoSuchParameter", 1);
        }

        var code = CloudCaller.code(scene.caller.call(name, request.toString()));

        assertThat(code).matches(named ? "ResourceNotFound.*|InvalidParameter.*" : "UnknownParameter");
        assertThat(action.errors().contains(code) || isCommon(code)).as(code).isTrue();
    }

    private static boolean isCommon(String code) {
        return CloudCaller.API.error(code).orElseThrow().common();
    }
}
