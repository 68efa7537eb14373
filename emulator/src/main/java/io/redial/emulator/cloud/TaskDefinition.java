package io.redial.emulator.cloud;

import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.Memory;
import java.util.function.UnaryOperator;

/**
 * Something that can be done to an instance.
 *
 * @param action the action that asks for it
 * @param kind what its task is called
 * @param effect what it makes of the instance if it succeeds
 * @param switchNotBefore when the instance may be switched over to what was made of it, in milliseconds since 1970; work that
 *     is done sooner waits for it
 */
public record TaskDefinition(String action, TaskKind kind, UnaryOperator<InstanceState> effect, long switchNotBefore) {

    /** Work that waits for nothing. */
    public TaskDefinition(String action, TaskKind kind, UnaryOperator<InstanceState> effect) {
        this(action, kind, effect, 0);
    }

    /** Work that changes nothing that can be seen. */
    public static TaskDefinition withoutEffect(String action, TaskKind kind) {
        return new TaskDefinition(action, kind, state -> state);
    }

    /** Work that changes the size or the data of an instance. */
    public static TaskDefinition changingMemory(String action, TaskKind kind, UnaryOperator<Memory> effect) {
        return new TaskDefinition(action, kind, state -> state.with(effect.apply(state.memory())));
    }

    /** Work that takes an instance to another part of its life. */
    public static TaskDefinition changingLifecycle(String action, TaskKind kind, LifecycleState outcome) {
        return new TaskDefinition(action, kind, state -> state.with(outcome));
    }
}
