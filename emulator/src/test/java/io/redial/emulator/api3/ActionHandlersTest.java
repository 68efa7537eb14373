package io.redial.emulator.api3;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.Catalog;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionHandlersTest {
    private static final Api API = Catalog.tencentRedis();

    @Test
    void everyDocumentedAction_hasAHandler() {
        assertThatCode(() -> new ActionHandlers(API)).doesNotThrowAnyException();
    }

    @Test
    void actionWithoutHandler_failsAtStart() {
        var more = Stream.concat(
                API.actions().stream(), Stream.of(renamed(API.actions().get(0), "DoTheDishes")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionHandlers(with(more.toList())))
                .withMessageContaining("[DoTheDishes]");
    }

    private static ActionSpec renamed(ActionSpec action, String name) {
        return new ActionSpec(
                name,
                action.javaName(),
                action.category(),
                action.summary(),
                action.note(),
                action.rate(),
                action.rateDocumented(),
                action.effect(),
                action.deprecation(),
                action.source(),
                action.input(),
                action.output(),
                action.errors(),
                action.busy(),
                action.handle(),
                action.paging(),
                action.examples());
    }

    private static Api with(List<ActionSpec> actions) {
        return new Api(
                API.title(),
                API.service(),
                API.version(),
                API.endpoint(),
                API.document(),
                API.java(),
                API.protocol(),
                API.assumedRate(),
                API.instanceField(),
                API.regions(),
                API.errors(),
                API.values(),
                API.types(),
                actions);
    }
}
