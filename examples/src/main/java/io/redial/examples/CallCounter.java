package io.redial.examples;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.redial.reactive.CallEvents;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the client observes of its calls. */
final class CallCounter implements ObservationHandler<Observation.Context> {
    private final LongAdder calls = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder retries = new LongAdder();

    @Override
    public boolean supportsContext(Observation.Context context) {
        return CallEvents.CALL.equals(context.getName());
    }

    @Override
    public void onStop(Observation.Context call) {
        // Most of those that are cancelled still waited for their turn and were never sent.
        var outcome = call.getLowCardinalityKeyValue("outcome");
        if (outcome == null || !outcome.getValue().equals("cancelled")) {
            calls.increment();
        }
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context call) {
        if (CallEvents.THROTTLED.equals(event.getName())) {
            throttled.increment();
        } else if (CallEvents.RETRIED.equals(event.getName())) {
            retries.increment();
        }
    }

    /** How many requests were sent: one for each call that has ended, and one for each repetition. */
    long attemptCount() {
        return calls.sum() + retries.sum();
    }

    /** How many of them the cloud refused because of a quota. */
    long throttledCount() {
        return throttled.sum();
    }

    /** How many of them repeated one that had failed. */
    long retryCount() {
        return retries.sum();
    }
}
