package io.redial.emulator.fault;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskFate;
import io.redial.emulator.cloud.TaskFate.Ending;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a call starts work.
 *
 * @param cloud where the instances are
 * @param action the name of the action in API 3.0
 * @param instances the ids that the call names, of which some may not exist
 */
public record WorkSite(Cloud cloud, String action, List<String> instances) {
    private static final TaskFate AS_USUAL = new TaskFate(Ending.SUCCESS, "", null);

    /** Lets work begin that ends as a rule says. If none begins, the fault has not happened. */
    public <T> T carryOut(Supplier<T> work, Fault.Work fault, Taken taken, Faults faults) {
        // all changes of a cloud take turns on it; so nobody else's work meets this fate
        synchronized (cloud) {
            var before = begun();
            try {
                decide(fault.fate());
                return work.get();
            } finally {
                decide(AS_USUAL);
                faults.settle(taken, begun() > before);
            }
        }
    }

    private void decide(TaskFate fate) {
        instances.stream().filter(id -> cloud.instance(id).isPresent()).forEach(id -> cloud.nextTask(id, fate));
    }

    private int begun() {
        return instances.stream().mapToInt(id -> cloud.accepted(action, id)).sum();
    }
}
