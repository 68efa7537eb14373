package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of instances, and what can be done to them. It is eight in the morning of March 1st, in UTC+8. */
class InstanceEventsTest {
    private static final String RANGE = "'ExecutionStartDate':'2026-02-14','ExecutionEndDate':'2026-03-15'";

    private final EmulatorFixture fixture = new EmulatorFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void pages_containEveryEventOnceByDay() {
        var total = list("").path("TotalCount").intValue();
        var ids = new HashSet<Long>();
        var days = new ArrayList<String>();
        for (var page = 1; page <= total / 7 + 1; page++) {
            list(",'PageSize':7,'PageNo':" + page).path("RedisInstanceEvents").forEach(event -> {
                ids.add(event.path("ID").longValue());
                days.add(event.path("ExecutionDate").asText());
            });
        }
        assertThat(ids).hasSize(total).hasSizeGreaterThan(14);
        assertThat(days)
                .hasSize(total)
                .isSorted()
                .allMatch(day -> day.compareTo("2026-02-14") >= 0 && day.compareTo("2026-03-15") <= 0);
        assertThat(list("").path("RedisInstanceEvents")).hasSize(10);
        assertThat(list(",'PageNo':9223372036854775807").path("RedisInstanceEvents"))
                .isEmpty();
    }

    @Test
    void filters_partitionTheEvents() {
        var total = list("").path("TotalCount").intValue();
        var byStatus = List.of("Waiting", "Running", "Finished", "Canceled").stream()
                .mapToInt(status -> count(",'Status':['" + status + "']"))
                .sum();
        var byGrade = List.of("Critical", "High", "Medium", "Low").stream()
                .mapToInt(grade -> count(",'Grades':['" + grade + "']"))
                .sum();
        assertThat(byStatus).isEqualTo(total);
        assertThat(byGrade).isEqualTo(total);
        assertThat(count(",'Status':['Waiting']")).isPositive().isLessThan(total);
        assertThat(count(",'Grades':['Medium']")).isPositive().isLessThan(total);
        assertThat(count(",'EventTypes':['InstanceMigration']")).isEqualTo(total);
        var event = waitingEvent("Low");
        var own = list(",'InstanceId':'" + event.path("InstanceId").asText() + "'");
        assertThat(own.path("RedisInstanceEvents")).containsExactly(event);
        assertThat(fixture.errorCode("DescribeInstanceEvents", "{%s,'InstanceId':'crs-00000000'}", RANGE))
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void event_runsAtItsScheduledTime() {
        var event = waitingEvent("High");
        assertThat(event.path("TaskEndTime").asText()).isEqualTo("0000-00-00 00:00:00");
        var days = LocalDate.parse("2026-03-01")
                .datesUntil(LocalDate.parse(event.path("ExecutionDate").asText()))
                .count();
        // from eight in the morning to three at night, when the maintenance window begins
        fixture.clock.advance(Duration.ofDays(days).minusHours(5).minusMillis(1));
        assertThat(reload(event).path("Status").asText()).isEqualTo("Waiting");
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(reload(event).path("Status").asText()).isEqualTo("Running");
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(reload(event).path("Status").asText()).isEqualTo("Finished");
        assertThat(reload(event).path("TaskEndTime").asText())
                .isEqualTo(event.path("ExecutionDate").asText() + " 04:00:00");
        assertThat(modify(event, "'Status':'Canceled'")).isEqualTo("UnsupportedOperation.InstanceNotOperation");
    }

    @Test
    void event_isPostponed() {
        var event = waitingEvent("High");
        var latest = event.path("LatestExecutionDate").asText();
        assertThat(modify(event, "'ExecutionDate':'" + latest + "','StartTime':'23:30','EndTime':'01:00'"))
                .isEmpty();
        var later = fixture.call(
                        "DescribeInstanceEvents",
                        "{'InstanceId':'%s','ExecutionStartDate':'%s','ExecutionEndDate':'%s'}",
                        event.path("InstanceId").asText(),
                        latest,
                        latest)
                .path("RedisInstanceEvents")
                .path(0);
        assertThat(later.path("ID")).isEqualTo(event.path("ID"));
        assertThat(later.path("StartTime").asText()).isEqualTo("23:30");
        assertThat(later.path("EndTime").asText()).isEqualTo("01:00");
        assertThat(later.path("ExecutionDate").asText()).isEqualTo(latest);
        assertThat(later.path("InitialExecutionDate")).isEqualTo(event.path("InitialExecutionDate"));
        assertThat(later.path("LatestExecutionDate")).isEqualTo(event.path("LatestExecutionDate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Middle", "Low"})
    void nonUrgentEvent_isCanceled(String grade) {
        var event = waitingEvent(grade);
        assertThat(modify(event, "'Status':'Canceled'")).isEmpty();
        assertThat(reload(event).path("Status").asText()).isEqualTo("Canceled");
        assertThat(modify(event, "'StartTime':'04:00','EndTime':'05:00'"))
                .isEqualTo("UnsupportedOperation.InstanceNotOperation");
        fixture.clock.advance(Duration.ofDays(30));
        assertThat(reload(event).path("Status").asText()).isEqualTo("Canceled");
    }

    @Test
    void urgentEvent_cannotBeCanceled() {
        var event = waitingEvent("High");
        assertThat(modify(event, "'Status':'Canceled'")).isEqualTo("UnsupportedOperation.InstanceNotOperation");
        assertThat(reload(event)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'StartTime':'22:00','EndTime':'23:01' | InvalidParameter.InvalidParameter",
                "'StartTime':'22:00' | InvalidParameter.InvalidParameter",
                "'StartTime':'24:00','EndTime':'01:00' | InvalidParameter.InvalidParameter",
                "'StartTime':'2:00','EndTime':'03:00' | InvalidParameter.InvalidParameter",
                "'ExecutionDate':'2026-02-28' | InvalidParameter.InvalidParameter",
                "'ExecutionDate':'2027-01-01' | InvalidParameter.InvalidParameter",
                "'ExecutionDate':'tomorrow' | InvalidParameter.InvalidParameter",
                "'Status':'Finished' | InvalidParameterValue",
            })
    void invalidSchedule_isRejected(String change, String code) {
        var event = waitingEvent("Low");
        assertThat(modify(event, change)).isEqualTo(code);
        assertThat(reload(event)).isEqualTo(event);
    }

    @Test
    void eventOfAnotherInstance_isRejected() {
        var event = waitingEvent("Low");
        var other = fixture.inspector.oldestInstances(2).stream()
                .filter(id -> !id.equals(event.path("InstanceId").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(fixture.errorCode(
                        "ModifyInstanceEvent",
                        "{'InstanceId':'%s','EventId':%s,'Status':'Canceled'}",
                        other,
                        event.path("ID")))
                .isEqualTo("InvalidParameter.InvalidParameter");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'ExecutionStartDate':'2026-02-14','ExecutionEndDate':'2026-03-17' | InvalidParameter.InvalidParameter",
                "'ExecutionStartDate':'20260214','ExecutionEndDate':'2026-03-15' | InvalidParameter.InvalidParameter",
                "'ExecutionStartDate':'2026-02-14','ExecutionEndDate':'2026-02-15','PageSize':0 | InvalidParameter.InvalidParameter",
                "'ExecutionStartDate':'2026-02-14','ExecutionEndDate':'2026-02-15','PageNo':0 | InvalidParameter.InvalidParameter",
                "'ExecutionStartDate':'2026-02-14','ExecutionEndDate':'2026-02-15','PageSize':101 | InvalidParameterValue",
            })
    void invalidListRequest_isRejected(String request, String code) {
        assertThat(fixture.errorCode("DescribeInstanceEvents", "{" + request + "}"))
                .isEqualTo(code);
    }

    private JsonNode waitingEvent(String grade) {
        return list(",'PageSize':100,'Status':['Waiting']")
                .path("RedisInstanceEvents")
                .valueStream()
                .filter(event -> event.path("Grade").asText().equals(grade))
                .findFirst()
                .orElseThrow();
    }

    /** The event as it is now. */
    private JsonNode reload(JsonNode event) {
        return list(",'InstanceId':'" + event.path("InstanceId").asText() + "'")
                .path("RedisInstanceEvents")
                .path(0);
    }

    private String modify(JsonNode event, String change) {
        return fixture.errorCode(
                "ModifyInstanceEvent",
                "{'InstanceId':'%s','EventId':%s,%s}",
                event.path("InstanceId").asText(),
                event.path("ID"),
                change);
    }

    private int count(String filter) {
        return list(filter).path("TotalCount").intValue();
    }

    private JsonNode list(String parameters) {
        return fixture.call("DescribeInstanceEvents", "{" + RANGE + parameters + "}");
    }
}
