package io.redial.emulator.cloud;

import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Billing.Renewal;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Isolation;
import io.redial.emulator.instance.LifecycleState;
import java.util.Optional;

/**
 * What happens to instances of its own accord: those in the recycle bin are destroyed in the end, and those that are
 * paid by the month renew themselves or are isolated.
 */
final class Lifecycle {
    private Lifecycle() {}

    /** When something happens to an instance, in milliseconds since 1970; work that goes on is let finish. */
    static long nextTransitionMillis(EmulatedInstance instance) {
        var change = instance.change();
        return change == null
                ? nextTransitionMillis(instance.state())
                : Math.max(change.ends(), nextTransitionMillis(change.state()));
    }

    private static long nextTransitionMillis(InstanceState state) {
        var billing = state.feature(Billing.DEFAULT);
        var renewed = billing.renewals().stream()
                .mapToLong(Renewal::deliveredAt)
                .min()
                .orElse(TaskTimeline.NEVER);
        var passes = switch (state.lifecycleState()) {
            case GONE -> 0;
            case ISOLATED -> state.feature(Isolation.NONE).deletionTime(billing.afterAllRenewals());
            case RUNNING ->
                billing.afterAllRenewals().mode() == Billing.MONTHLY
                        ? billing.afterAllRenewals().paidUntil()
                        : TaskTimeline.NEVER;
            case NEW -> TaskTimeline.NEVER;
        };
        return Math.min(renewed, passes);
    }

    /** What becomes of an instance whose time has come; empty when it goes. */
    static Optional<EmulatedInstance> advance(EmulatedInstance instance, long now) {
        var state = instance.stateAt(now);
        return advance(state, state.feature(Billing.DEFAULT), now)
                .map(next -> EmulatedInstance.idle(instance.id(), instance.created(), next));
    }

    private static Optional<InstanceState> advance(InstanceState state, Billing billing, long now) {
        var renewed = billing.asOf(now);
        if (!renewed.equals(billing)) {
            return Optional.of(state.with(renewed));
        }
        if (state.lifecycleState() != LifecycleState.RUNNING) {
            return Optional.empty();
        }
        return Optional.of(
                billing.autoRenew() == Billing.AUTO_RENEW
                        ? state.with(billing.with(new Renewal(billing.paidUntil(), 1))
                                .afterAllRenewals())
                        : state.with(LifecycleState.ISOLATED).with(new Isolation(billing.paidUntil())));
    }

    /** The state after work that ends at that time, with what follows from where it is in its life. */
    static InstanceState stateAfterTask(InstanceState before, InstanceState after, long at) {
        if (after.lifecycleState() == before.lifecycleState() && after.lifecycleState() != LifecycleState.NEW) {
            return after;
        }
        return switch (after.lifecycleState()) {
            case NEW -> after.with(LifecycleState.GONE); // it could not be made
            case ISOLATED -> after.with(new Isolation(at));
            case RUNNING -> before.lifecycleState() == LifecycleState.ISOLATED ? after.with(Isolation.NONE) : after;
            case GONE -> after;
        };
    }
}
