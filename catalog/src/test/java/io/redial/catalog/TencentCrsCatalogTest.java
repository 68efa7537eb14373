package io.redial.catalog;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of Tencent CRS says what its document says. */
class TencentCrsCatalogTest {
    private final Api api = Catalog.tencentCrs();

    @Test
    void holdsAllThatTheDocumentCounts() {
        assertThat(api.actions()).hasSize(22);
        assertThat(api.actions().stream().mapToInt(a -> a.input().size()).sum()).isEqualTo(72);
        assertThat(api.errors()).filteredOn(ErrorSpec::common).hasSize(22);
        assertThat(api.errors()).filteredOn(error -> !error.common()).hasSize(33);
        assertThat(api.errors().stream().map(ErrorSpec::number).distinct().filter(number -> number != null))
                .hasSize(32);
        assertThat(api.actions()).allMatch(action -> action.examples().size() == 1);
    }

    @Test
    void assumesALimitForEachActionAndSaysSo() {
        assertThat(api.assumedRate()).isNotNull();
        assertThat(api.actions())
                .allMatch(action -> action.rate().equals(new Rate(10, Duration.ofSeconds(1))))
                .noneMatch(ActionSpec::rateDocumented);
    }

    @Test
    void knowsWhatMayBeSentTwice() {
        var actionsPerEffect = api.actions().stream().collect(groupingBy(ActionSpec::effect, counting()));

        assertThat(actionsPerEffect).isEqualTo(Map.of(Effect.READ, 10L, Effect.IDEMPOTENT_WRITE, 3L, Effect.WRITE, 9L));
    }

    @Test
    void knowsWhichActionsLeaveWorkBehind() {
        var actionsPerHandle = api.actions().stream()
                .flatMap(action -> Stream.ofNullable(action.handle()))
                .collect(groupingBy(HandleSpec::kind, counting()));

        assertThat(actionsPerHandle).isEqualTo(Map.of(HandleSpec.Kind.TASK, 6L, HandleSpec.Kind.DEAL, 3L));
        assertThat(api.actions())
                .filteredOn(action -> action.effect() == Effect.WRITE)
                .allMatch(action -> action.handle() != null);
        assertThat(api.action("ResetRedisPassword").orElseThrow().handle())
                .isEqualTo(new HandleSpec(
                        HandleSpec.Kind.TASK, "requestId", HandleSpec.Until.DONE, List.of("setPassword")));
    }

    @Test
    void knowsWhichActionsHavePages() {
        assertThat(api.actions())
                .filteredOn(action -> action.paging() != null)
                .extracting(ActionSpec::name)
                .containsExactly("DescribeRedis", "GetRedisBackupList", "GetRedisTaskList");
    }

    @Test
    void marksEveryPasswordAsSensitive() {
        assertThat(api.actions().stream().flatMap(action -> action.input().stream()))
                .filteredOn(field -> field.name().toLowerCase(Locale.ROOT).endsWith("password"))
                .hasSize(6)
                .allMatch(FieldSpec::sensitive);
    }

    @Test
    void theMisspeltNameIsRightInJavaForNoOtherActionHasIt() {
        assertThat(api.action("ModfiyRedisPassword").orElseThrow().javaName()).isEqualTo("ModifyRedisPassword");
        assertThat(api.action("ModifyRedisPassword")).isEmpty();
    }

    @Test
    void anErrorIsKnownByItsNameAndByItsNumber() {
        assertThat(api.error("InstanceLockedError"))
                .contains(new ErrorSpec(
                        "InstanceLockedError",
                        10707,
                        false,
                        List.of("5100.InstanceLockedError", "5100.10707"),
                        "The instance is locked, try later."));
        assertThat(api.error("4400").orElseThrow().refusals()).containsExactly("4400");
    }
}
