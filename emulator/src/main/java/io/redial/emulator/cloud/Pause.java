package io.redial.emulator.cloud;

import io.redial.emulator.instance.Change;
import io.redial.emulator.instance.Instance;

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
        return change == null
                ? instance
                : new Instance(
                        instance.id(),
                        instance.created(),
                        instance.state(),
                        new Change(resumed(change.runs()), resumed(change.until()), change.state()));
    }
}
