package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.cloud.TaskState;
import io.redial.emulator.door.Call;
import java.util.Objects;

final class DescribeTaskInfo implements Behaviour {
    @Override
    public String action() {
        return "DescribeTaskInfo";
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var task = cloud.task(call.number("TaskId", 0))
                .orElseThrow(() -> call.refusal(
                        "No task exists with the given ID in this region.", "InvalidParameter.InvalidParameter"));
        var state = task.stateAt(cloud.now());
        return Json.object()
                .put("Status", state.status())
                .put("StartTime", CloudTime.text(task.started()))
                .put("TaskType", task.kind().text())
                .put("InstanceId", task.instance().id())
                .put("TaskMessage", state == TaskState.FAILED ? Objects.requireNonNullElse(task.failure(), "") : "");
    }
}
