package io.redial.emulator.instance;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Redis instance.
 *
 * @param id its id, for example {@code crs-5a4py64p}
 * @param created when it was made, in milliseconds since 1970
 * @param state what it was like before its latest change
 * @param change its latest change, which may still be going on, or null
 */
public record EmulatedInstance(
        String id,
        long created,
        InstanceState state,
        @Nullable StateChange change) {
    private static final int PROCESSING = 1;

    /** An instance that nothing is being done to. */
    public static EmulatedInstance idle(String id, long created, InstanceState state) {
        return new EmulatedInstance(id, created, state, null);
    }

    /** Whether work is going on, so that it is locked for other work. */
    public boolean isBusyAt(long now) {
        return change != null && now < change.ends();
    }

    /** What it is like at that time. */
    public InstanceState stateAt(long now) {
        return change == null || isBusyAt(now) ? state : change.state();
    }

    /** Its size at that time. */
    public Memory memoryAt(long now) {
        return stateAt(now).memory();
    }

    /** Where it is in its life at that time. */
    public LifecycleState lifecycleStateAt(long now) {
        return stateAt(now).lifecycleState();
    }

    /** Its status as lists of instances give it; 1 while work is going on, but 0 until its own making begins. */
    public int statusAt(long now) {
        if (change == null
                || !isBusyAt(now)
                || (state.lifecycleState() == LifecycleState.NEW && now < change.runningSince())) {
            return lifecycleStateAt(now).status();
        }
        return PROCESSING;
    }

    /** What it is called and filed under, which no work changes. */
    public InstanceMetadata metadata() {
        return change == null ? state.metadata() : change.state().metadata();
    }

    /** The same with new work on it. */
    public EmulatedInstance withChange(StateChange next, long now) {
        return new EmulatedInstance(id, created, stateAt(now), next);
    }

    /** The same, but what is being done to it is over by that time. */
    public EmulatedInstance completedAt(long now) {
        return change == null
                ? this
                : new EmulatedInstance(id, created, state, new StateChange(change.runningSince(), now, change.state()));
    }

    /** The same, but what is being done to it waits to be switched over. */
    public EmulatedInstance withPendingSwitch(PendingSwitch pending) {
        return new EmulatedInstance(id, created, state.with(pending), change);
    }

    /** The same, changed at once; what is being done to it goes on. */
    public EmulatedInstance updated(UnaryOperator<InstanceState> effect) {
        var after = change == null
                ? null
                : new StateChange(change.runningSince(), change.ends(), effect.apply(change.state()));
        return new EmulatedInstance(id, created, effect.apply(state), after);
    }
}
