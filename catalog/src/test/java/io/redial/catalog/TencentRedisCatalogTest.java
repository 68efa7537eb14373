package io.redial.catalog;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of TencentDB for Redis says what its document says. */
class TencentRedisCatalogTest {
    private final Api api = Catalog.tencentRedis();

    @Test
    void holdsAllThatTheDocumentCounts() {
        assertThat(api.actions()).hasSize(109);
        assertThat(api.types()).hasSize(55);
        assertThat(api.regions()).hasSize(18).filteredOn(RegionSpec::financial).hasSize(2);
        assertThat(api.errors()).hasSize(136).filteredOn(ErrorSpec::common).hasSize(38);
        assertThat(api.actions().stream().mapToInt(a -> a.examples().size()).sum())
                .isEqualTo(112);
    }

    @Test
    void limitsEachActionAsDocumented() {
        var actionsPerRate =
                api.actions().stream().collect(groupingBy(a -> a.rate().permits(), counting()));

        assertThat(actionsPerRate).isEqualTo(Map.of(20, 103L, 35, 1L, 50, 3L, 100, 2L));
    }

    @Test
    void knowsWhichActionsLeaveWorkBehind() {
        var actionsPerHandle = api.actions().stream()
                .flatMap(a -> Stream.ofNullable(a.handle()))
                .collect(groupingBy(HandleSpec::kind, counting()));

        assertThat(actionsPerHandle)
                .isEqualTo(Map.of(HandleSpec.Kind.TASK, 32L, HandleSpec.Kind.DEAL, 6L, HandleSpec.Kind.FLOW, 5L));
    }

    @Test
    void knowsWhichActionsHavePages() {
        assertThat(api.actions()).filteredOn(a -> a.paging() != null).hasSize(14);
        assertThat(api.action("DescribeInstances").orElseThrow().paging())
                .isEqualTo(new PagingSpec(
                        PagingSpec.Style.OFFSET,
                        "Offset",
                        "Limit",
                        1000,
                        List.of("InstanceSet"),
                        "InstanceId",
                        Map.of("OrderBy", "createtime", "OrderType", 1L),
                        List.of("TotalCount")));
    }

    @Test
    void marksEveryPasswordAsSensitive() {
        assertThat(api.actions().stream().flatMap(a -> a.input().stream()))
                .filteredOn(field -> field.name().endsWith("Password"))
                .hasSize(12)
                .allMatch(FieldSpec::sensitive);
    }

    @Test
    void everyReadIsAQuestionAndEveryHandleAWrite() {
        assertThat(api.actions())
                .allSatisfy(action -> assertThat(action.effect() == Effect.READ)
                        .as(action.name())
                        .isEqualTo(action.name().startsWith("Describe")
                                || action.name().startsWith("InquiryPrice")));
        assertThat(api.actions()).filteredOn(a -> a.handle() != null).allMatch(a -> a.effect() == Effect.WRITE);
    }

    @Test
    void theTwoSpellingsOfThePasswordActionAreTheSame() {
        var documented = api.action("ModfiyInstancePassword").orElseThrow();
        var recommended = api.action("ModifyInstancePassword").orElseThrow();

        assertThat(recommended.input()).isEqualTo(documented.input());
        assertThat(recommended.output()).isEqualTo(documented.output());
    }
}
