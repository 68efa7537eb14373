package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.HandleSpec;
import io.redial.catalog.TypeRef.Scalar;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Instance;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.Task;
import io.redial.emulator.door.Call;
import java.util.List;

/**
 * Work that can be followed and whose effect cannot be seen. The handle is real, and the rest of the answer is the
 * documented example.
 */
record StartedWork(ActionSpec spec, HandleSpec handle, ObjectNode example, Job job) implements Behaviour {

    static StartedWork of(ActionSpec spec, HandleSpec handle, ObjectNode example) {
        return new StartedWork(spec, handle, example, Job.unseen(spec.name(), WorkTable.kind(spec.name())));
    }

    @Override
    public String action() {
        return spec.name();
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var targets = Targets.running(call, cloud);
        var answer = example.deepCopy();
        var field = spec.outputField(handle.field()).orElseThrow();
        if (handle.kind() == HandleSpec.Kind.DEAL) {
            var order = cloud.order(job, targets.get(0), 0).orElseThrow(() -> Targets.locked(call));
            return answer.put(field.name(), Long.toString(order.id()));
        }
        return field.list() ? startEach(targets, answer, call, cloud) : start(targets, answer, field, call, cloud);
    }

    private ObjectNode start(List<Instance> targets, ObjectNode answer, FieldSpec field, Call call, Cloud cloud) {
        var id = cloud.start(job, targets)
                .orElseThrow(() -> Targets.locked(call))
                .id();
        return field.type() == Scalar.FLOAT ? answer.put(field.name(), (double) id) : answer.put(field.name(), id);
    }

    private ObjectNode startEach(List<Instance> targets, ObjectNode answer, Call call, Cloud cloud) {
        var tasks = cloud.startEach(job, targets).orElseThrow(() -> Targets.locked(call));
        var ids = answer.putArray(handle.field());
        tasks.stream().map(Task::id).forEach(ids::add);
        return answer;
    }
}
