package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slow queries. It is eight in the morning of March 1st, in UTC+8. */
class SlowLogTest {
    private static final String WEEK = ",'BeginTime':'2026-02-22 08:00:00','EndTime':'2026-03-01 08:00:00'";
    private static final String MONTH = ",'BeginTime':'2026-01-30 08:00:00','EndTime':'2026-03-01 08:00:00'";

    private final EmulatorFixture fixture = new EmulatorFixture();
    private final String id = instanceWithFewSlowQueries();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeSlowLog, InstanceSlowLogDetail",
        "DescribeProxySlowLog, InstanceProxySlowLogDetail",
        "DescribeTendisSlowLog, TendisSlowLogDetail",
    })
    void pages_containEveryQueryOnceNewestFirst(String action, String list) {
        var total = call(action, WEEK).path("TotalCount").intValue();
        var all = new ArrayList<JsonNode>();
        for (var offset = 0; offset < total; offset += 100) {
            call(action, WEEK + ",'Limit':100,'Offset':" + offset).path(list).forEach(all::add);
        }
        assertThat(all).hasSize(total).hasSizeGreaterThan(100);
        assertThat(call(action, WEEK).path(list)).hasSize(20).containsExactlyElementsOf(all.subList(0, 20));
        assertThat(all)
                .extracting(query -> query.path("ExecuteTime").asText())
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(time ->
                        time.compareTo("2026-02-22 08:00:00") >= 0 && time.compareTo("2026-03-01 08:00:00") <= 0);
        assertThat(all)
                .allMatch(query -> query.path("CommandLine")
                        .asText()
                        .startsWith(query.path("Command").asText() + " "));
    }

    @Test
    void allLists_showTheSameQueries() {
        var nodes = call("DescribeSlowLog", WEEK);
        var proxies = call("DescribeProxySlowLog", WEEK);
        assertThat(proxies.path("TotalCount")).isEqualTo(nodes.path("TotalCount"));
        for (var field : new String[] {"ExecuteTime", "Duration", "CommandLine", "Client"}) {
            assertThat(proxies.findValuesAsText(field)).isEqualTo(nodes.findValuesAsText(field));
        }
        var sources = fixture.call("DescribeInstanceMonitorSIP", "{'InstanceId':'%s'}", id);
        assertThat(sources.findValuesAsText("Ip")).containsAll(nodes.findValuesAsText("Client"));
    }

    @Test
    void queries_areFilteredByRoleAndDuration() {
        var total = count("DescribeSlowLog", WEEK);
        var primary = count("DescribeSlowLog", WEEK + ",'Role':'master'");
        var replicas = count("DescribeSlowLog", WEEK + ",'Role':'slave'");
        assertThat(replicas).isPositive().isLessThan(primary);
        assertThat(primary + replicas).isEqualTo(total);
        var slow = call("DescribeSlowLog", WEEK + ",'MinQueryTime':40000,'Limit':100");
        assertThat(slow.path("TotalCount").intValue()).isPositive().isLessThan(total);
        assertThat(slow.findValues("Duration")).allMatch(millis -> millis.intValue() >= 40);
        assertThat(count("DescribeProxySlowLog", WEEK + ",'MinQueryTime':40"))
                .isEqualTo(slow.path("TotalCount").intValue());
        assertThat(count("DescribeTendisSlowLog", WEEK + ",'MinQueryTime':40"))
                .isEqualTo(slow.path("TotalCount").intValue());
    }

    @Test
    void primaryNodeIds_changeOnlyOnFailover() {
        var before =
                call("DescribeSlowLog", WEEK + ",'Role':'master','Limit':100").findValuesAsText("Node");
        assertThat(before).allMatch(node -> node.matches("[0-9a-f]{40}"));
        fixture.callAndComplete("KillMasterGroup", "{'InstanceId':'%s'}", id);
        var after =
                call("DescribeSlowLog", WEEK + ",'Role':'master','Limit':100").findValuesAsText("Node");
        assertThat(after).doesNotContainAnyElementsOf(before);
    }

    @Test
    void consecutiveSpans_addUpAndTheFutureIsEmpty() {
        var days = count("DescribeSlowLog", ",'BeginTime':'2026-02-22 08:00:00','EndTime':'2026-02-25 07:59:59'")
                + count("DescribeSlowLog", ",'BeginTime':'2026-02-25 08:00:00','EndTime':'2026-03-01 08:00:00'");
        assertThat(days).isEqualTo(count("DescribeSlowLog", WEEK));
        var next = ",'BeginTime':'2026-03-01 08:00:01','EndTime':'2026-03-08 08:00:00'";
        assertThat(count("DescribeSlowLog", next)).isZero();
        fixture.clock.advance(Duration.ofDays(7));
        assertThat(count("DescribeSlowLog", next)).isPositive();
    }

    @Test
    void moreThanTenThousandQueries_areCountedButNotListed() {
        var busy = fixture.instanceRows().stream()
                .map(row -> row.path("InstanceId").asText())
                .filter(one ->
                        call(one, "DescribeSlowLog", MONTH).path("TotalCount").intValue() > 10_000)
                .findFirst()
                .orElseThrow();
        assertThat(call(busy, "DescribeSlowLog", MONTH).path("InstanceSlowLogDetail"))
                .isEmpty();
        assertThat(call(busy, "DescribeSlowLog", WEEK).path("InstanceSlowLogDetail"))
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'BeginTime':'2026-01-30 07:59:59','EndTime':'2026-03-01 08:00:00' | InvalidParameterValue",
                "'BeginTime':'2026-01-30','EndTime':'2026-03-01 08:00:00' | InvalidParameterValue",
                "'EndTime':'2026-03-01 08:00:00' | MissingParameter",
                "'BeginTime':'2026-03-01 08:00:00','EndTime':'2026-03-01 08:00:00','Role':'primary' | InvalidParameterValue",
                "'BeginTime':'2026-03-01 08:00:00','EndTime':'2026-03-01 08:00:00','Limit':101 | InvalidParameterValue",
                "'BeginTime':'2026-03-01 08:00:00','EndTime':'2026-03-01 08:00:00','Offset':-1 | InvalidParameterValue",
            })
    void invalidRequest_isRejected(String parameters, String code) {
        assertThat(fixture.errorCode("DescribeSlowLog", "{'InstanceId':'%s',%s}", id, parameters))
                .isEqualTo(code);
    }

    @Test
    void unknownInstance_isNotFoundAndIsolatedOneIsEmpty() {
        assertThat(fixture.errorCode("DescribeSlowLog", "{'InstanceId':'crs-00000000'" + WEEK + "}"))
                .isEqualTo("ResourceNotFound.InstanceNotExists");
        fixture.callAndComplete("DestroyPostpaidInstance", "{'InstanceId':'%s'}", id);
        assertThat(count("DescribeSlowLog", WEEK)).isZero();
    }

    /** An instance with a few slow queries an hour. */
    private String instanceWithFewSlowQueries() {
        return fixture.instanceRows().stream()
                .map(row -> row.path("InstanceId").asText())
                .filter(one ->
                        call(one, "DescribeSlowLog", WEEK).path("TotalCount").intValue() < 1000)
                .findFirst()
                .orElseThrow();
    }

    private int count(String action, String parameters) {
        return call(action, parameters).path("TotalCount").intValue();
    }

    private JsonNode call(String action, String parameters) {
        return call(id, action, parameters);
    }

    private JsonNode call(String instance, String action, String parameters) {
        return fixture.call(action, "{'InstanceId':'%s'" + parameters + "}", instance);
    }
}
