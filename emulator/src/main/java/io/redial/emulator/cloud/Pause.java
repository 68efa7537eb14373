package io.redial.emulator.cloud;

import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Billing.Renewal;
import io.redial.emulator.instance.Change;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Isolation;
import io.redial.emulator.instance.PendingSwitch;
import io.redial.emulator.instance.State;

/**
 * Time that does not count, because nobody was there. What lay ahead before it is as far ahead after it.
 *
 * @param from when it began, in milliseconds since 1970
 * @param millis how long it was
 */
record Pause(long from, long millis) {

    long resumed(long time) {
        return time > from && time != Course.NEVER ? time + millis : time;
    }

    Instance resumed(Instance instance) {
        var change = instance.change();
        return new Instance(
                instance.id(),
                instance.created(),
                resumed(instance.state()),
                change == null
                        ? null
                        : new Change(resumed(change.runs()), resumed(change.until()), resumed(change.state())));
    }

    /** Nothing runs out meanwhile: neither what was paid for, nor the time in the recycle bin. */
    private State resumed(State state) {
        if (state.features().isEmpty()) {
            return state;
        }
        var billing = state.feature(Billing.USUAL);
        var isolation = state.feature(Isolation.NONE);
        var pending = state.feature(PendingSwitch.NONE);
        var result = state;
        if (billing.mode() == Billing.MONTHLY || !billing.renewals().isEmpty()) {
            result = result.with(resumed(billing));
        }
        if (isolation.since() > 0) {
            result = result.with(new Isolation(isolation.since() + millis));
        }
        if (pending.ready() > 0) {
            result = result.with(new PendingSwitch(resumed(pending.ready()), pending.task(), pending.order()));
        }
        return result;
    }

    private Billing resumed(Billing billing) {
        return new Billing(
                billing.mode(),
                resumed(billing.deadline()),
                billing.autoRenew(),
                billing.renewals().stream()
                        .map(renewal -> new Renewal(resumed(renewal.at()), renewal.months()))
                        .toList());
    }
}
