package io.redial.emulator.behaviour.parameters;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskState;
import io.redial.emulator.instance.ParameterChange;

/** What has become of the change of a parameter. */
enum ChangeState {
    RUNNING(1),
    DONE(2),
    FAILED(3);

    private final int wire;

    ChangeState(int wire) {
        this.wire = wire;
    }

    /** It is what its task is; nobody remembers very old tasks. */
    static ChangeState of(ParameterChange change, Cloud cloud) {
        var state =
                cloud.task(change.task()).map(task -> task.stateAt(cloud.now())).orElse(TaskState.SUCCEEDED);
        if (!state.isFinal()) {
            return RUNNING;
        }
        return state == TaskState.SUCCEEDED ? DONE : FAILED;
    }

    int wire() {
        return wire;
    }
}
