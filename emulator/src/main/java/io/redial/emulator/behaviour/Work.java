package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.HandleSpec;
import io.redial.catalog.TypeRef.Scalar;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.Task;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.State;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Starts what a call asks for. The instances are locked until it ends, and then the effect shows, unless it fails. The
 * answer holds the handle that the catalog gives the action: a task, a flow, a list of tasks or an order. Actions that
 * ask for the password of the instance get it checked here.
 */
public final class Work {
    private Work() {}

    /** Starts work on an instance, which must be idle. */
    public static ObjectNode start(Call call, Cloud cloud, Instance target, UnaryOperator<State> effect) {
        return start(call, cloud, List.of(target), effect);
    }

    /** Starts work on instances, which must be idle: a task for all, or one for each if the handle is a list. */
    public static ObjectNode start(Call call, Cloud cloud, List<Instance> targets, UnaryOperator<State> effect) {
        return start(call, cloud, targets, job(call, effect), 0);
    }

    /** The same for an action with tasks of several kinds. */
    public static ObjectNode start(
            Call call, Cloud cloud, List<Instance> targets, TaskKind kind, UnaryOperator<State> effect) {
        return start(call, cloud, targets, new Job(call.action().name(), kind, effect), 0);
    }

    /** Starts work that is paid for. */
    public static ObjectNode order(Call call, Cloud cloud, Instance target, long cents, UnaryOperator<State> effect) {
        return start(call, cloud, target, job(call, effect), cents);
    }

    /** Starts work of which more is to be said, which is paid for if the handle is an order. */
    public static ObjectNode start(Call call, Cloud cloud, Instance target, Job job, long cents) {
        return start(call, cloud, List.of(target), job, cents);
    }

    private static Job job(Call call, UnaryOperator<State> effect) {
        var action = call.action().name();
        return new Job(action, WorkTable.kind(action), effect);
    }

    private static ObjectNode start(Call call, Cloud cloud, List<Instance> targets, Job job, long cents) {
        Passwords.check(call, targets, cloud);
        var action = call.action();
        var answer = Json.object();
        var handle = action.handle();
        if (handle == null) {
            task(job, targets, call, cloud);
            return answer;
        }
        if (handle.kind() == HandleSpec.Kind.DEAL) {
            var order = cloud.order(job, targets.get(0), cents).orElseThrow(() -> Targets.locked(call));
            return answer.put(handle.field(), Long.toString(order.id()));
        }
        var field = action.outputField(handle.field()).orElseThrow();
        if (field.list()) {
            var tasks = cloud.startEach(job, targets).orElseThrow(() -> Targets.locked(call));
            tasks.stream().map(Task::id).forEach(answer.putArray(handle.field())::add);
            return answer;
        }
        var id = task(job, targets, call, cloud).id();
        return field.type() == Scalar.FLOAT ? answer.put(handle.field(), (double) id) : answer.put(handle.field(), id);
    }

    private static Task task(Job job, List<Instance> targets, Call call, Cloud cloud) {
        return cloud.start(job, targets).orElseThrow(() -> Targets.locked(call));
    }
}
