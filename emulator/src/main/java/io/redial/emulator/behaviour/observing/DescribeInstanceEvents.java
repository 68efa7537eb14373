package io.redial.emulator.behaviour.observing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists events by their days. */
final class DescribeInstanceEvents implements Behaviour {
    private static final String TYPE = "InstanceMigration";
    private static final int LONGEST_DAYS = 30;
    private static final int DEFAULT_SIZE = 10;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var from = Days.dashed(call, "ExecutionStartDate");
        var to = Days.dashed(call, "ExecutionEndDate");
        if (to - from > LONGEST_DAYS) {
            throw call.refusal(
                    "`ExecutionStartDate` and `ExecutionEndDate` must not be more than 30 days apart.",
                    "InvalidParameter.InvalidParameter");
        }
        var page = page(call);
        var now = cloud.now();
        var found = instances(call, cloud)
                .filter(one -> one.lifeAt(now) == Life.RUNNING)
                .flatMap(one -> Migration.of(one, one.stateAt(now), from, to, now))
                .filter(wanted(call, now))
                .sorted(Comparator.<Migration>comparingLong(
                                event -> event.plan().day())
                        .thenComparing(event -> event.plan().event()))
                .toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("RedisInstanceEvents", Json.array(page.of(found), event -> row(event, now)));
        return answer;
    }

    private static Page page(Call call) {
        var size = call.number("PageSize", DEFAULT_SIZE);
        var number = call.number("PageNo", 1);
        if (size < 1 || number < 1) {
            throw call.refusal(
                    "The values of parameters `PageSize` and `PageNo` must be at least 1.",
                    "InvalidParameter.InvalidParameter");
        }
        // a page that far off is empty, whatever its number
        return new Page((Math.min(number, Integer.MAX_VALUE) - 1) * size, size);
    }

    private static Stream<Instance> instances(Call call, Cloud cloud) {
        return call.text("InstanceId").filter(id -> !id.isEmpty()).isPresent()
                ? Stream.of(Targets.instance(call, cloud))
                : cloud.oldestFirst().stream();
    }

    /** Events are graded Middle, and asked for as Medium. */
    private static Predicate<Migration> wanted(Call call, long now) {
        var states = call.texts("Status");
        var types = call.texts("EventTypes");
        var grades = call.texts("Grades").stream()
                .map(grade -> grade.equals("Medium") ? "Middle" : grade)
                .toList();
        return event -> (states.isEmpty() || states.contains(event.statusAt(now)))
                && (types.isEmpty() || types.contains(TYPE))
                && (grades.isEmpty() || grades.contains(event.grade()));
    }

    private static ObjectNode row(Migration event, long now) {
        var status = event.statusAt(now);
        return Json.object()
                .put("ID", event.plan().event())
                .put("InstanceId", event.instance().id())
                .put("InstanceName", event.instance().label().name())
                .put("Type", TYPE)
                .put("Grade", event.grade())
                .put("ExecutionDate", Days.text(event.plan().day()))
                .put("StartTime", event.beginText())
                .put("EndTime", event.endText())
                .put("LatestExecutionDate", Days.text(event.latestDay()))
                .put("Status", status)
                .put("TaskEndTime", status.equals("Finished") ? CloudTime.text(event.ends()) : CloudTime.NONE)
                .put("EffectInfo", "Connections break for some seconds when the instance has been moved.")
                .put("InitialExecutionDate", Days.text(event.initialDay()));
    }
}
