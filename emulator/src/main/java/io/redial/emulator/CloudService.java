package io.redial.emulator;

import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Door;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.door.Reply;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.Step;
import io.redial.emulator.fault.Faults;
import io.redial.emulator.fault.Taken;
import io.redial.emulator.fault.WorkSite;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The way of a request: travel, be counted, be checked, be done, travel back; at each step something may go wrong. */
final class CloudService {
    private final List<Door> doors;
    private final Faults faults;
    private final Latency latency;
    private final CallCounts calls;

    /**
     * A cloud behind doors.
     *
     * @param doors a request goes through the first that is for it; the last one is for all
     */
    CloudService(List<Door> doors, Faults faults, Latency latency, CallCounts calls) {
        this.doors = List.copyOf(doors);
        this.faults = faults;
        this.latency = latency;
        this.calls = calls;
    }

    /** The answer to a request, be it an error, and what happens to it on the wire; done anew for every subscriber. */
    Mono<Answer> answer(Arrival arrival) {
        return Mono.defer(() -> {
            var door =
                    doors.stream().filter(one -> one.isFor(arrival)).findFirst().orElseThrow();
            var action = door.action(arrival);
            return latency.oneWay(faults.delay(action, Step.WAY_THERE))
                    .then(Mono.fromCallable(() -> process(door, action, arrival)))
                    .flatMap(answer -> latency.oneWay(answer.late()).thenReturn(answer));
        });
    }

    private Answer process(Door door, String action, Arrival arrival) {
        var unheard = faults.take(action, Step.ARRIVAL);
        if (unheard.isPresent()) {
            return Answer.flawed(unheard.get().fault());
        }
        var clock = faults.take(action, Step.CLOCK).map(Taken::fault);
        if (clock.isPresent() && clock.get() instanceof Fault.WrongClock wrong) {
            return answer(door, action, arrival.judgedBy(wrong.ahead())).dated(wrong.ahead());
        }
        return answer(door, action, arrival);
    }

    private Answer answer(Door door, String action, Arrival arrival) {
        try {
            var work = admit(door, action, arrival);
            var error = faults.take(action, Step.DECISION).map(Taken::fault);
            if (error.isPresent() && error.get() instanceof Fault.Failure failure) {
                return Answer.of(door.refuse(arrival, new Refusal(failure.code(), failure.message())));
            }
            return onItsWay(action, Answer.of(carryOut(work, action)));
        } catch (Refusal refusal) {
            return Answer.of(door.refuse(arrival, refusal));
        } catch (RuntimeException e) {
            // its message may quote a parameter, and a parameter may be a password
            return Answer.of(door.refuse(
                    arrival,
                    new Refusal(
                            "InternalError",
                            "The emulator failed: " + e.getClass().getName() + ".")));
        }
    }

    private Reply carryOut(Door.Work work, String action) {
        var site = faults.isEmpty() ? Optional.<WorkSite>empty() : work.site();
        var taken = site.flatMap(any -> faults.take(action, Step.WORK));
        return taken.isPresent() && taken.get().fault() instanceof Fault.Work fault
                ? site.get().carryOut(work::carryOut, fault, taken.get(), faults)
                : work.carryOut();
    }

    private Answer onItsWay(String action, Answer answer) {
        var flawed = faults.take(action, Step.ANSWER).map(taken -> answer.with(taken.fault()));
        return flawed.orElse(answer).later(faults.delay(action, Step.WAY_BACK));
    }

    private Door.Work admit(Door door, String action, Arrival arrival) {
        var refused = false;
        try {
            return door.admit(arrival);
        } catch (Refusal refusal) {
            refused = refusal.code().equals(Refusal.QUOTA);
            throw refusal;
        } finally {
            calls.count(action, refused);
        }
    }
}
