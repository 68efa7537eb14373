package io.redial.emulator;

import io.redial.emulator.behaviour.Behaviours;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.FrontDoor;
import io.redial.emulator.door.Refusal;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The way of a request: travel, be counted, be checked, be done, travel back; at each step something may go wrong. */
final class CloudService {
    private final FrontDoor door;
    private final Behaviours behaviours;
    private final Function<String, Cloud> regions;
    private final Faults faults;
    private final Latency latency;
    private final Envelope envelope;
    private final CallCounts calls;
    private final CallCounts refusals;

    CloudService(
            FrontDoor door,
            Behaviours behaviours,
            Function<String, Cloud> regions,
            Faults faults,
            Latency latency,
            Envelope envelope,
            CallCounts calls,
            CallCounts refusals) {
        this.door = door;
        this.behaviours = behaviours;
        this.regions = regions;
        this.faults = faults;
        this.latency = latency;
        this.envelope = envelope;
        this.calls = calls;
        this.refusals = refusals;
    }

    /**
     * The answer to a request, be it an error; done anew for every subscriber. Signals an {@link IOException} when the
     * connection is to be closed without an answer.
     */
    Mono<byte[]> answer(Arrival arrival) {
        return latency.oneWay()
                .then(Mono.fromCallable(() -> process(arrival)))
                .flatMap(answer -> latency.oneWay().thenReturn(answer))
                .onErrorResume(IOException.class, cut -> latency.oneWay().then(Mono.error(cut)));
    }

    private byte[] process(Arrival arrival) throws IOException {
        var action = arrival.action().orElse("");
        if (faults.take(action, Fault.Drop.class).isPresent()) {
            throw new IOException("the connection was closed before " + action + " was looked at");
        }
        calls.count(action);
        var answer = answer(action, arrival);
        if (answer.isEmpty()) {
            throw new IOException("the connection was closed after " + action + " was done");
        }
        return answer.get();
    }

    /** Empty when the answer gets lost. */
    private Optional<byte[]> answer(String action, Arrival arrival) {
        try {
            var call = admit(action, arrival);
            var fault = faults.take(action, Fault.Fail.class);
            if (fault.isPresent()) {
                return Optional.of(envelope.error(fault.get().error()));
            }
            var answer = behaviours.answer(call, regions.apply(call.region()));
            return faults.take(action, Fault.LoseAnswer.class).isPresent()
                    ? Optional.empty()
                    : Optional.of(envelope.answer(answer));
        } catch (Refusal refusal) {
            return Optional.of(envelope.error(refusal));
        } catch (RuntimeException e) {
            // its message may quote a parameter, and a parameter may be a password
            return Optional.of(envelope.error(new Refusal(
                    "InternalError", "The emulator failed: " + e.getClass().getName() + ".")));
        }
    }

    private Call admit(String action, Arrival arrival) {
        try {
            return door.admit(arrival);
        } catch (Refusal refusal) {
            if (refusal.code().equals("RequestLimitExceeded")) {
                refusals.count(action);
            }
            throw refusal;
        }
    }
}
