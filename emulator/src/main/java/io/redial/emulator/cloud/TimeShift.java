package io.redial.emulator.cloud;

import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Billing.Renewal;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Isolation;
import io.redial.emulator.instance.PendingSwitch;
import io.redial.emulator.instance.StateChange;

/**
 * Time that does not count, because nobody was there. What lay ahead before it is as far ahead after it.
 *
 * @param from when it began, in milliseconds since 1970
 * @param millis how long it was
 */
record TimeShift(long from, long millis) {

    long apply(long time) {
        return time > from && time != TaskTimeline.NEVER ? time + millis : time;
    }

    EmulatedInstance apply(EmulatedInstance instance) {
        var change = instance.change();
        return new EmulatedInstance(
                instance.id(),
                instance.created(),
                apply(instance.state()),
                change == null
                        ? null
                        : new StateChange(apply(change.runningSince()), apply(change.ends()), apply(change.state())));
    }

    /** Nothing runs out meanwhile: neither what was paid for, nor the time in the recycle bin. */
    private InstanceState apply(InstanceState state) {
        if (state.features().isEmpty()) {
            return state;
        }
        var billing = state.feature(Billing.DEFAULT);
        var isolation = state.feature(Isolation.NONE);
        var pending = state.feature(PendingSwitch.NONE);
        var result = state;
        if (billing.mode() == Billing.MONTHLY || !billing.renewals().isEmpty()) {
            result = result.with(apply(billing));
        }
        if (isolation.since() > 0) {
            result = result.with(new Isolation(isolation.since() + millis));
        }
        if (pending.readyAt() > 0) {
            result = result.with(new PendingSwitch(apply(pending.readyAt()), pending.taskId(), pending.orderId()));
        }
        return result;
    }

    private Billing apply(Billing billing) {
        return new Billing(
                billing.mode(),
                apply(billing.paidUntil()),
                billing.autoRenew(),
                billing.renewals().stream()
                        .map(renewal -> new Renewal(apply(renewal.deliveredAt()), renewal.months()))
                        .toList());
    }
}
