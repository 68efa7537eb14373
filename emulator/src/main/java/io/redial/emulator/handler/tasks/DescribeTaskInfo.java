package io.redial.emulator.handler.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;

final class DescribeTaskInfo implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var now = cloud.now();
        var task = cloud.task(call.number("TaskId", 0))
                .filter(found -> found.isKnownAt(now))
                .orElseThrow(() -> call.error(
                        "No task exists with the given ID in this region.", "InvalidParameter.InvalidParameter"));
        return Json.object()
                .put("Status", task.stateAt(now).status())
                .put("StartTime", ApiTime.format(task.started()))
                .put("TaskType", task.kind().text())
                .put("InstanceId", task.instance().id())
                .put("TaskMessage", task.messageAt(now));
    }
}
