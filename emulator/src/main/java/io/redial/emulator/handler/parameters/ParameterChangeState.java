package io.redial.emulator.handler.parameters;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskState;
import io.redial.emulator.instance.ParameterChange;

/** What has become of the change of a parameter. */
enum ParameterChangeState {
    RUNNING(1),
    DONE(2),
    FAILED(3);

    private final int code;

    ParameterChangeState(int wire) {
        this.code = wire;
    }

    /** It is what its task is; nobody remembers very old tasks. */
    static ParameterChangeState of(ParameterChange change, Cloud cloud) {
        var state = cloud.task(change.taskId())
                .map(task -> task.stateAt(cloud.now()))
                .orElse(TaskState.SUCCEEDED);
        if (!state.isFinal()) {
            return RUNNING;
        }
        return state == TaskState.SUCCEEDED ? DONE : FAILED;
    }

    int code() {
        return code;
    }
}
