package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What monitoring tells of an instance hangs together. It is eight in the morning, in UTC+8. */
class MonitoringActionsTest {
    private static final String TODAY = "2026-03-01";

    private final EmulatorFixture fixture = new EmulatorFixture();
    private final String id = fixture.inspector.oldestInstances(2).get(0);
    private final String other = fixture.inspector.oldestInstances(2).get(1);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "DescribeInstanceMonitorBigKey         | ,'ReqType':2,'Date':'20260301'",
                "DescribeInstanceMonitorBigKeySizeDist | ,'Date':'2026-03-01'",
                "DescribeInstanceMonitorBigKeyTypeDist | ,'Date':'2026-03-01'",
                "DescribeInstanceMonitorHotKey         | ,'SpanType':4",
                "DescribeInstanceMonitorSIP            | ",
                "DescribeInstanceMonitorTookDist       | ,'Date':'2026-03-01','SpanType':3",
                "DescribeInstanceMonitorTopNCmd        | ,'SpanType':1",
                "DescribeInstanceMonitorTopNCmdTook    | ,'SpanType':2",
            })
    void sameMoment_sameDataAndInstancesDiffer(String action, String parameters) {
        var request = "{'InstanceId':'%s'" + (parameters == null ? "" : parameters) + "}";
        var data = fixture.call(action, request, id).path("Data");
        assertThat(data).isNotEmpty();
        assertThat(fixture.call(action, request, id).path("Data")).isEqualTo(data);
        assertThat(fixture.call(action, request, other).path("Data")).isNotEqualTo(data);
        assertThat(fixture.errorCode(action, request, "crs-00000000")).isEqualTo("ResourceNotFound");
        fixture.callAndComplete("DestroyPostpaidInstance", "{'InstanceId':'%s'}", id);
        assertThat(fixture.call(action, request, id).path("Data")).isEmpty();
    }

    @Test
    void longerSpans_includeShorterOnes() {
        var minute = commands(1);
        var half = commands(2);
        var six = commands(3);
        var day = commands(4);
        for (var command : List.of("get", "set", "hgetall")) {
            assertThat(count(minute, command)).isPositive().isLessThan(count(half, command));
            assertThat(count(half, command)).isLessThan(count(six, command));
            assertThat(count(six, command)).isLessThan(count(day, command));
        }
    }

    @Test
    void consecutiveSpans_addUp() {
        fixture.clock.advance(Duration.ofMinutes(30));
        var sum = 0L;
        var first = sum(commands(2), "Count");
        for (var minute = 0; minute < 30; minute++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            sum += sum(commands(1), "Count");
        }
        assertThat(sum(commands(2), "Count")).isEqualTo(sum).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void allLists_countTheSameCommands(int span) {
        var total = sum(commands(span), "Count");
        var took = data("DescribeInstanceMonitorTookDist", ",'Date':'2026-03-01','SpanType':" + span);
        assertThat(took.findValuesAsText("Ladder")).containsExactly("1", "5", "10", "50", "200", "-1");
        assertThat(sum(took, "Size")).isEqualTo(total);
        var hot = data("DescribeInstanceMonitorHotKey", ",'SpanType':" + span);
        assertThat(sum(hot, "Count")).isPositive().isLessThan(total);
        assertThat(hot.findValues("Count"))
                .isSortedAccordingTo(
                        Comparator.comparingLong(JsonNode::longValue).reversed());
        var millis = data("DescribeInstanceMonitorTopNCmdTook", ",'SpanType':" + span);
        assertThat(millis.findValues("Took"))
                .isSortedAccordingTo(
                        Comparator.comparingLong(JsonNode::longValue).reversed());
        assertThat(commands(span).findValues("Count"))
                .isSortedAccordingTo(
                        Comparator.comparingLong(JsonNode::longValue).reversed());
        if (span == 1) {
            assertThat(sum(data("DescribeInstanceMonitorSIP", ""), "Cmd")).isEqualTo(total);
        }
    }

    @Test
    void pastDay_endsAtMidnightAndFutureDayIsEmpty() {
        var yesterday = data("DescribeInstanceMonitorTookDist", ",'Date':'20260228','SpanType':4");
        assertThat(yesterday.path(0).path("Updatetime").longValue())
                .isEqualTo(EmulatorFixture.START.getEpochSecond() - 8 * 3600 - 1);
        assertThat(data("DescribeInstanceMonitorTookDist", ",'Date':'2026-02-28','SpanType':4"))
                .isEqualTo(yesterday);
        fixture.clock.advance(Duration.ofHours(3));
        assertThat(data("DescribeInstanceMonitorTookDist", ",'Date':'2026-02-28','SpanType':4"))
                .isEqualTo(yesterday);
        assertThat(data("DescribeInstanceMonitorTookDist", ",'Date':'2026-03-02','SpanType':4"))
                .isEmpty();
    }

    @Test
    void bigKeys_agreeBySizeAndTypeAndFitInMemory() {
        var keys = data("DescribeInstanceMonitorBigKey", ",'ReqType':2,'Date':'" + TODAY + "'");
        var strings = data("DescribeInstanceMonitorBigKey", ",'ReqType':1,'Date':'" + TODAY + "'");
        var sizes = data("DescribeInstanceMonitorBigKeySizeDist", ",'Date':'" + TODAY + "'");
        var types = data("DescribeInstanceMonitorBigKeyTypeDist", ",'Date':'" + TODAY + "'");
        assertThat(sum(sizes, "Size")).isEqualTo(keys.size());
        assertThat(sum(types, "Count")).isEqualTo(keys.size());
        assertThat(sum(types, "Size")).isEqualTo(sum(keys, "Size"));
        assertThat(types.path(0).path("Count").intValue()).isEqualTo(strings.size());
        assertThat(strings.findValuesAsText("Type")).allMatch("string"::equals);
        var row = fixture.inspector.row(id);
        assertThat(sum(keys, "Size")).isLessThan(row.path("Size").longValue() * 1024 * 1024);
        assertThat(keys.path(0).path("Updatetime").longValue())
                .isEqualTo(EmulatorFixture.START.getEpochSecond() - 5 * 3600);
    }

    @Test
    void bigKeys_appearAfterTheScanIfThereIsData() {
        var tomorrow = ",'ReqType':2,'Date':'20260302'";
        assertThat(data("DescribeInstanceMonitorBigKey", tomorrow)).isEmpty();
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(data("DescribeInstanceMonitorBigKey", tomorrow)).isNotEmpty();
        assertThat(data("DescribeInstanceMonitorBigKey", ",'ReqType':2,'Date':'20100101'"))
                .isEmpty();
        fixture.callAndComplete("ClearInstance", "{'InstanceId':'%s'}", id);
        assertThat(data("DescribeInstanceMonitorBigKey", tomorrow)).isEmpty();
        assertThat(data("DescribeInstanceMonitorBigKeyTypeDist", ",'Date':'20260302'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-3-1", "20260231", "yesterday", "2026-02-30", "+10000-01-01", ""})
    void invalidDate_isRejected(String day) {
        assertThat(fixture.errorCode(
                        "DescribeInstanceMonitorBigKey", "{'InstanceId':'%s','ReqType':2,'Date':'%s'}", id, day))
                .isEqualTo("InvalidParameterValue");
    }

    private JsonNode commands(int span) {
        return data("DescribeInstanceMonitorTopNCmd", ",'SpanType':" + span);
    }

    private JsonNode data(String action, String parameters) {
        return fixture.call(action, "{'InstanceId':'%s'" + parameters + "}", id).path("Data");
    }

    private static long count(JsonNode commands, String name) {
        return commands.valueStream()
                .filter(command -> command.path("Cmd").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("Count")
                .longValue();
    }

    private static long sum(JsonNode rows, String field) {
        return rows.findValues(field).stream().mapToLong(JsonNode::longValue).sum();
    }
}
