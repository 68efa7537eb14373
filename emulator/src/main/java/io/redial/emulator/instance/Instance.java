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
public record Instance(
        String id, long created, State state, @Nullable Change change) {
    private static final int PROCESSING = 1;

    /** An instance that nothing is being done to. */
    public static Instance idle(String id, long created, State state) {
        return new Instance(id, created, state, null);
    }

    /** Whether work is going on, so that it is locked for other work. */
    public boolean busyAt(long now) {
        return change != null && now < change.until();
    }

    /** What it is like at that time. */
    public State stateAt(long now) {
        return change == null || busyAt(now) ? state : change.state();
    }

    /** Its size at that time. */
    public Memory memoryAt(long now) {
        return stateAt(now).memory();
    }

    /** Where it is in its life at that time. */
    public Life lifeAt(long now) {
        return stateAt(now).life();
    }

    /** Its status as lists of instances give it; 1 while work is going on, but 0 until its own making begins. */
    public int statusAt(long now) {
        if (change == null || !busyAt(now) || (state.life() == Life.NEW && now < change.runs())) {
            return lifeAt(now).status();
        }
        return PROCESSING;
    }

    /** What it is called and filed under, which no work changes. */
    public Label label() {
        return change == null ? state.label() : change.state().label();
    }

    /** The same with new work on it. */
    public Instance changing(Change next, long now) {
        return new Instance(id, created, stateAt(now), next);
    }

    /** The same, but what is being done to it is over by that time. */
    public Instance done(long now) {
        return change == null ? this : new Instance(id, created, state, new Change(change.runs(), now, change.state()));
    }

    /** The same, but what is being done to it waits to be switched over. */
    public Instance pending(PendingSwitch pending) {
        return new Instance(id, created, state.with(pending), change);
    }

    /** The same, changed at once; what is being done to it goes on. */
    public Instance altered(UnaryOperator<State> effect) {
        var after = change == null ? null : new Change(change.runs(), change.until(), effect.apply(change.state()));
        return new Instance(id, created, effect.apply(state), after);
    }
}
