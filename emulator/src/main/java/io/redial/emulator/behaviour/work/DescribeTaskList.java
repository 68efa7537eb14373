package io.redial.emulator.behaviour.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Between;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.cloud.Task;
import io.redial.emulator.door.Call;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists tasks, the newest first. */
final class DescribeTaskList implements Behaviour {
    private static final String OPERATOR = "100000000001";

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var now = cloud.now();
        var found = begun(call, cloud).filter(wanted(call, now)).toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("Tasks", Json.array(page.of(found.stream()), task -> row(task, now)));
        return answer;
    }

    private static Stream<Task> begun(Call call, Cloud cloud) {
        var between = Between.of(call);
        return call.text("InstanceId")
                .map(id -> cloud.tasks(id, between.begin(), between.end()))
                .orElseGet(() -> cloud.tasks(between.begin(), between.end()));
    }

    private static Predicate<Task> wanted(Call call, long now) {
        var name = call.text("InstanceName");
        var kinds = call.texts("TaskTypes");
        var results = call.numbers("Result");
        var operators = call.texts("OperateUin");
        return task -> task.isListedAt(now)
                && name.map(task.instance().label().name()::equals).orElse(true)
                && (kinds.isEmpty() || kinds.contains(task.kind().code()))
                && (results.isEmpty()
                        || results.contains((long) task.stateAt(now).result()))
                && (operators.isEmpty() || operators.contains(OPERATOR));
    }

    private static ObjectNode row(Task task, long now) {
        var state = task.stateAt(now);
        return Json.object()
                .put("TaskId", task.id())
                .put("StartTime", CloudTime.text(task.started()))
                .put("EndTime", state.isFinal() ? CloudTime.text(task.ends()) : CloudTime.NONE)
                .put("TaskType", task.kind().code())
                .put("InstanceId", task.instance().id())
                .put("InstanceName", task.instance().label().name())
                .put("ProjectId", task.instance().label().projectId())
                .put("Progress", task.course().progressAt(now))
                .put("Result", state.result());
    }
}
