package io.redial.emulator.handler.monitoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists events by their days. */
final class DescribeInstanceEvents implements ActionHandler {
    private static final String TYPE = "InstanceMigration";
    private static final int MAX_RANGE_DAYS = 30;
    private static final int DEFAULT_SIZE = 10;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var from = Days.parseIsoDate(call, "ExecutionStartDate");
        var to = Days.parseIsoDate(call, "ExecutionEndDate");
        if (to - from > MAX_RANGE_DAYS) {
            throw call.error(
                    "`ExecutionStartDate` and `ExecutionEndDate` must not be more than 30 days apart.",
                    "InvalidParameter.InvalidParameter");
        }
        var page = page(call);
        var now = cloud.now();
        var found = instances(call, cloud)
                .filter(one -> one.lifecycleStateAt(now) == LifecycleState.RUNNING)
                .flatMap(one -> MigrationEvent.of(one, one.stateAt(now), from, to, now))
                .filter(wanted(call, now))
                .sorted(Comparator.<MigrationEvent>comparingLong(
                                event -> event.plan().day())
                        .thenComparing(event -> event.plan().eventId()))
                .toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("RedisInstanceEvents", Json.array(page.of(found), event -> row(event, now)));
        return answer;
    }

    private static PageParameters page(ActionRequest call) {
        var size = call.number("PageSize", DEFAULT_SIZE);
        var number = call.number("PageNo", 1);
        if (size < 1 || number < 1) {
            throw call.error(
                    "The values of parameters `PageSize` and `PageNo` must be at least 1.",
                    "InvalidParameter.InvalidParameter");
        }
        // a page that far off is empty, whatever its number
        return new PageParameters((Math.min(number, Integer.MAX_VALUE) - 1) * size, size);
    }

    private static Stream<EmulatedInstance> instances(ActionRequest call, Cloud cloud) {
        return call.text("InstanceId").filter(id -> !id.isEmpty()).isPresent()
                ? Stream.of(InstanceResolver.resolve(call, cloud))
                : cloud.oldestFirst().stream();
    }

    /** Events are graded Middle, and asked for as Medium. */
    private static Predicate<MigrationEvent> wanted(ActionRequest call, long now) {
        var states = call.texts("Status");
        var types = call.texts("EventTypes");
        var grades = call.texts("Grades").stream()
                .map(grade -> grade.equals("Medium") ? "Middle" : grade)
                .toList();
        return event -> (states.isEmpty() || states.contains(event.statusAt(now)))
                && (types.isEmpty() || types.contains(TYPE))
                && (grades.isEmpty() || grades.contains(event.grade()));
    }

    private static ObjectNode row(MigrationEvent event, long now) {
        var status = event.statusAt(now);
        return Json.object()
                .put("ID", event.plan().eventId())
                .put("InstanceId", event.instance().id())
                .put("InstanceName", event.instance().metadata().name())
                .put("Type", TYPE)
                .put("Grade", event.grade())
                .put("ExecutionDate", Days.format(event.plan().day()))
                .put("StartTime", event.beginText())
                .put("EndTime", event.endText())
                .put("LatestExecutionDate", Days.format(event.latestDay()))
                .put("Status", status)
                .put("TaskEndTime", status.equals("Finished") ? ApiTime.format(event.ends()) : ApiTime.NONE)
                .put("EffectInfo", "Connections break for some seconds when the instance has been moved.")
                .put("InitialExecutionDate", Days.format(event.initialDay()));
    }
}
