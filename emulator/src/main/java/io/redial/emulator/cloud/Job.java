package io.redial.emulator.cloud;

import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.State;
import java.util.function.UnaryOperator;

/**
 * Something that can be done to an instance.
 *
 * @param action the action that asks for it
 * @param kind what its task is called
 * @param effect what it makes of the instance if it succeeds
 * @param switches when the instance may be switched over to what was made of it, in milliseconds since 1970; work that
 *     is done sooner waits for it
 */
public record Job(String action, TaskKind kind, UnaryOperator<State> effect, long switches) {

    /** Work that waits for nothing. */
    public Job(String action, TaskKind kind, UnaryOperator<State> effect) {
        this(action, kind, effect, 0);
    }

    /** Work that changes nothing that can be seen. */
    public static Job unseen(String action, TaskKind kind) {
        return new Job(action, kind, state -> state);
    }

    /** Work that changes the size or the data of an instance. */
    public static Job memory(String action, TaskKind kind, UnaryOperator<Memory> effect) {
        return new Job(action, kind, state -> state.with(effect.apply(state.memory())));
    }

    /** Work that takes an instance to another part of its life. */
    public static Job life(String action, TaskKind kind, Life outcome) {
        return new Job(action, kind, state -> state.with(outcome));
    }
}
