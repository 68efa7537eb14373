package io.redial.emulator;

import io.redial.emulator.behaviour.Behaviours;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.FrontDoor;
import io.redial.emulator.door.Refusal;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The way of a request: travel, be counted, be checked, be done, travel back. */
final class CloudService {
    private final FrontDoor door;
    private final Behaviours behaviours;
    private final Function<String, Cloud> regions;
    private final Latency latency;
    private final Envelope envelope;
    private final CallCounts calls;
    private final CallCounts refusals;

    CloudService(
            FrontDoor door,
            Behaviours behaviours,
            Function<String, Cloud> regions,
            Latency latency,
            Envelope envelope,
            CallCounts calls,
            CallCounts refusals) {
        this.door = door;
        this.behaviours = behaviours;
        this.regions = regions;
        this.latency = latency;
        this.envelope = envelope;
        this.calls = calls;
        this.refusals = refusals;
    }

    /** The answer to a request, be it an error; done anew for every subscriber. */
    Mono<byte[]> answer(Arrival arrival) {
        return latency.oneWay()
                .then(Mono.fromSupplier(() -> process(arrival)))
                .flatMap(answer -> latency.oneWay().thenReturn(answer));
    }

    private byte[] process(Arrival arrival) {
        var action = arrival.action().orElse("");
        calls.count(action);
        try {
            var call = door.admit(arrival);
            return envelope.answer(behaviours.answer(call, regions.apply(call.region())));
        } catch (Refusal refusal) {
            if (refusal.code().equals("RequestLimitExceeded")) {
                refusals.count(action);
            }
            return envelope.error(refusal);
        } catch (RuntimeException e) {
            // its message may quote a parameter, and a parameter may be a password
            return envelope.error(new Refusal(
                    "InternalError", "The emulator failed: " + e.getClass().getName() + "."));
        }
    }
}
