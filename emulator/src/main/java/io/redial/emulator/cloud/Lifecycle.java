package io.redial.emulator.cloud;

import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Billing.Renewal;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Isolation;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.State;
import java.util.Optional;

/**
 * What happens to instances of its own accord: those in the recycle bin are destroyed in the end, and those that are
 * paid by the month renew themselves or are isolated.
 */
final class Lifecycle {
    private Lifecycle() {}

    /** When something happens to an instance, in milliseconds since 1970; work that goes on is let finish. */
    static long due(Instance instance) {
        var change = instance.change();
        return change == null ? due(instance.state()) : Math.max(change.until(), due(change.state()));
    }

    private static long due(State state) {
        var billing = state.feature(Billing.USUAL);
        var renewed = billing.renewals().stream().mapToLong(Renewal::at).min().orElse(Course.NEVER);
        var passes = switch (state.life()) {
            case GONE -> 0;
            case ISOLATED -> state.feature(Isolation.NONE).ends(billing.eventually());
            case RUNNING ->
                billing.eventually().mode() == Billing.MONTHLY
                        ? billing.eventually().deadline()
                        : Course.NEVER;
            case NEW -> Course.NEVER;
        };
        return Math.min(renewed, passes);
    }

    /** What becomes of an instance whose time has come; empty when it goes. */
    static Optional<Instance> pass(Instance instance, long now) {
        var state = instance.stateAt(now);
        return pass(state, state.feature(Billing.USUAL), now)
                .map(next -> Instance.idle(instance.id(), instance.created(), next));
    }

    private static Optional<State> pass(State state, Billing billing, long now) {
        var renewed = billing.at(now);
        if (!renewed.equals(billing)) {
            return Optional.of(state.with(renewed));
        }
        if (state.life() != Life.RUNNING) {
            return Optional.empty();
        }
        return Optional.of(
                billing.autoRenew() == Billing.RENEWS_ITSELF
                        ? state.with(
                                billing.with(new Renewal(billing.deadline(), 1)).eventually())
                        : state.with(Life.ISOLATED).with(new Isolation(billing.deadline())));
    }

    /** The state after work that ends at that time, with what follows from where it is in its life. */
    static State after(State before, State after, long at) {
        if (after.life() == before.life() && after.life() != Life.NEW) {
            return after;
        }
        return switch (after.life()) {
            case NEW -> after.with(Life.GONE); // it could not be made
            case ISOLATED -> after.with(new Isolation(at));
            case RUNNING -> before.life() == Life.ISOLATED ? after.with(Isolation.NONE) : after;
            case GONE -> after;
        };
    }
}
