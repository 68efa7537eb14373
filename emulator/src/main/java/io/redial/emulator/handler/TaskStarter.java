package io.redial.emulator.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.HandleSpec;
import io.redial.catalog.TypeRef.Scalar;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.EmulatedTask;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Starts what a call asks for. The instances are locked until it ends, and then the effect shows, unless it fails. The
 * answer holds the handle that the catalog gives the action: a task, a flow, a list of tasks or an order. Actions that
 * ask for the password of the instance get it checked here.
 */
public final class TaskStarter {
    private TaskStarter() {}

    /** Starts work on an instance, which must be idle. */
    public static ObjectNode start(
            ActionRequest call, Cloud cloud, EmulatedInstance target, UnaryOperator<InstanceState> effect) {
        return start(call, cloud, List.of(target), effect);
    }

    /** Starts work on instances, which must be idle: a task for all, or one for each if the handle is a list. */
    public static ObjectNode start(
            ActionRequest call, Cloud cloud, List<EmulatedInstance> targets, UnaryOperator<InstanceState> effect) {
        return start(call, cloud, targets, job(call, effect), 0);
    }

    /** The same for an action with tasks of several kinds. */
    public static ObjectNode start(
            ActionRequest call,
            Cloud cloud,
            List<EmulatedInstance> targets,
            TaskKind kind,
            UnaryOperator<InstanceState> effect) {
        return start(call, cloud, targets, new TaskDefinition(call.action().name(), kind, effect), 0);
    }

    /** Starts work that is paid for. */
    public static ObjectNode startPaid(
            ActionRequest call, Cloud cloud, EmulatedInstance target, long cents, UnaryOperator<InstanceState> effect) {
        return start(call, cloud, target, job(call, effect), cents);
    }

    /** Starts work of which more is to be said, which is paid for if the handle is an order. */
    public static ObjectNode start(
            ActionRequest call, Cloud cloud, EmulatedInstance target, TaskDefinition job, long cents) {
        return start(call, cloud, List.of(target), job, cents);
    }

    private static TaskDefinition job(ActionRequest call, UnaryOperator<InstanceState> effect) {
        var action = call.action().name();
        return new TaskDefinition(action, ActionTaskKinds.of(action), effect);
    }

    private static ObjectNode start(
            ActionRequest call, Cloud cloud, List<EmulatedInstance> targets, TaskDefinition job, long cents) {
        Passwords.verify(call, targets, cloud);
        var action = call.action();
        var answer = Json.object();
        var handle = action.handle();
        if (handle == null) {
            task(job, targets, call, cloud);
            return answer;
        }
        if (handle.kind() == HandleSpec.Kind.DEAL) {
            var order =
                    cloud.placeOrder(job, targets.get(0), cents).orElseThrow(() -> InstanceResolver.lockedError(call));
            return answer.put(handle.field(), Long.toString(order.id()));
        }
        var field = action.outputField(handle.field()).orElseThrow();
        if (field.list()) {
            var tasks = cloud.startTaskForEach(job, targets).orElseThrow(() -> InstanceResolver.lockedError(call));
            tasks.stream().map(EmulatedTask::id).forEach(answer.putArray(handle.field())::add);
            return answer;
        }
        var id = task(job, targets, call, cloud).id();
        return field.type() == Scalar.FLOAT ? answer.put(handle.field(), (double) id) : answer.put(handle.field(), id);
    }

    private static EmulatedTask task(
            TaskDefinition job, List<EmulatedInstance> targets, ActionRequest call, Cloud cloud) {
        return cloud.startTask(job, targets).orElseThrow(() -> InstanceResolver.lockedError(call));
    }
}
