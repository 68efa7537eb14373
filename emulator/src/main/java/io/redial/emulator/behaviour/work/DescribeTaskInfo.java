package io.redial.emulator.behaviour.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;

final class DescribeTaskInfo implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var now = cloud.now();
        var task = cloud.task(call.number("TaskId", 0))
                .filter(found -> found.isKnownAt(now))
                .orElseThrow(() -> call.refusal(
                        "No task exists with the given ID in this region.", "InvalidParameter.InvalidParameter"));
        return Json.object()
                .put("Status", task.stateAt(now).status())
                .put("StartTime", CloudTime.text(task.started()))
                .put("TaskType", task.kind().text())
                .put("InstanceId", task.instance().id())
                .put("TaskMessage", task.messageAt(now));
    }
}
