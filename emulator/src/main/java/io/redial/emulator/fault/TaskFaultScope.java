package io.redial.emulator.fault;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.emulator.cloud.TaskOutcome.Ending;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a call starts work.
 *
 * @param cloud where the instances are
 * @param action the name of the action in API 3.0
 * @param instanceIds the ids that the call names, of which some may not exist
 */
public record TaskFaultScope(Cloud cloud, String action, List<String> instanceIds) {
    private static final TaskOutcome DEFAULT_OUTCOME = new TaskOutcome(Ending.SUCCESS, "", null);

    /** Lets work begin that ends as a rule says. If none begins, the fault has not happened. */
    public <T> T runWithOutcome(
            Supplier<T> work, Fault.ForcedTaskOutcome fault, TriggeredFault taken, FaultInjector faults) {
        // all changes of a cloud take turns on it; so nobody else's work meets this fate
        synchronized (cloud) {
            var before = acceptedCount();
            try {
                setNextOutcome(fault.outcome());
                return work.get();
            } finally {
                setNextOutcome(DEFAULT_OUTCOME);
                faults.confirm(taken, acceptedCount() > before);
            }
        }
    }

    private void setNextOutcome(TaskOutcome fate) {
        instanceIds.stream()
                .filter(id -> cloud.instance(id).isPresent())
                .forEach(id -> cloud.setNextTaskOutcome(id, fate));
    }

    private int acceptedCount() {
        return instanceIds.stream()
                .mapToInt(id -> cloud.acceptedCount(action, id))
                .sum();
    }
}
