package io.redial.emulator;

import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Door;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.door.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The way of a request: travel, be counted, be checked, be done, travel back; at each step something may go wrong. */
final class CloudService {
    private final List<Door> doors;
    private final Faults faults;
    private final Latency latency;
    private final CallCounts calls;
    private final CallCounts refusals;

    /**
     * A cloud behind doors.
     *
     * @param doors a request goes through the first that is for it; the last one is for all
     */
    CloudService(List<Door> doors, Faults faults, Latency latency, CallCounts calls, CallCounts refusals) {
        this.doors = List.copyOf(doors);
        this.faults = faults;
        this.latency = latency;
        this.calls = calls;
        this.refusals = refusals;
    }

    /**
     * The answer to a request, be it an error; done anew for every subscriber. Signals an {@link IOException} when the
     * connection is to be closed without an answer.
     */
    Mono<Reply> answer(Arrival arrival) {
        return latency.oneWay()
                .then(Mono.fromCallable(() -> process(arrival)))
                .flatMap(answer -> latency.oneWay().thenReturn(answer))
                .onErrorResume(IOException.class, cut -> latency.oneWay().then(Mono.error(cut)));
    }

    private Reply process(Arrival arrival) throws IOException {
        var door = doors.stream().filter(one -> one.isFor(arrival)).findFirst().orElseThrow();
        var action = door.action(arrival);
        if (faults.take(action, Fault.Drop.class).isPresent()) {
            throw new IOException("the connection was closed before " + action + " was looked at");
        }
        calls.count(action);
        var answer = answer(door, action, arrival);
        if (answer.isEmpty()) {
            throw new IOException("the connection was closed after " + action + " was done");
        }
        return answer.get();
    }

    /** Empty when the answer gets lost. */
    private Optional<Reply> answer(Door door, String action, Arrival arrival) {
        try {
            var work = admit(door, action, arrival);
            var fault = faults.take(action, Fault.Fail.class);
            if (fault.isPresent()) {
                return Optional.of(door.refuse(arrival, fault.get().error()));
            }
            var answer = work.carryOut();
            return faults.take(action, Fault.LoseAnswer.class).isPresent() ? Optional.empty() : Optional.of(answer);
        } catch (Refusal refusal) {
            return Optional.of(door.refuse(arrival, refusal));
        } catch (RuntimeException e) {
            // its message may quote a parameter, and a parameter may be a password
            return Optional.of(door.refuse(
                    arrival,
                    new Refusal(
                            "InternalError",
                            "The emulator failed: " + e.getClass().getName() + ".")));
        }
    }

    private Door.Work admit(Door door, String action, Arrival arrival) {
        try {
            return door.admit(arrival);
        } catch (Refusal refusal) {
            if (refusal.code().equals(Refusal.QUOTA)) {
                refusals.count(action);
            }
            throw refusal;
        }
    }
}
