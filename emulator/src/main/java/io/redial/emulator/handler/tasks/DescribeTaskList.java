package io.redial.emulator.handler.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.EmulatedTask;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.handler.TimeRange;
import io.redial.emulator.protocol.ActionRequest;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists tasks, the newest first. */
final class DescribeTaskList implements ActionHandler {
    private static final String OPERATOR = "100000000001";

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var now = cloud.now();
        var found = startedTasks(call, cloud).filter(wanted(call, now)).toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("Tasks", Json.array(page.of(found.stream()), task -> row(task, now)));
        return answer;
    }

    private static Stream<EmulatedTask> startedTasks(ActionRequest call, Cloud cloud) {
        var between = TimeRange.of(call);
        return call.text("InstanceId")
                .map(id -> cloud.tasks(id, between.begin(), between.end()))
                .orElseGet(() -> cloud.tasks(between.begin(), between.end()));
    }

    private static Predicate<EmulatedTask> wanted(ActionRequest call, long now) {
        var name = call.text("InstanceName");
        var kinds = call.texts("TaskTypes");
        var results = call.numbers("Result");
        var operators = call.texts("OperateUin");
        return task -> task.isListedAt(now)
                && name.map(task.instance().metadata().name()::equals).orElse(true)
                && (kinds.isEmpty() || kinds.contains(task.kind().code()))
                && (results.isEmpty()
                        || results.contains((long) task.stateAt(now).result()))
                && (operators.isEmpty() || operators.contains(OPERATOR));
    }

    private static ObjectNode row(EmulatedTask task, long now) {
        var state = task.stateAt(now);
        return Json.object()
                .put("TaskId", task.id())
                .put("StartTime", ApiTime.format(task.started()))
                .put("EndTime", state.isFinal() ? ApiTime.format(task.ends()) : ApiTime.NONE)
                .put("TaskType", task.kind().code())
                .put("InstanceId", task.instance().id())
                .put("InstanceName", task.instance().metadata().name())
                .put("ProjectId", task.instance().metadata().projectId())
                .put("Progress", task.timeline().progressAt(now))
                .put("Result", state.result());
    }
}
