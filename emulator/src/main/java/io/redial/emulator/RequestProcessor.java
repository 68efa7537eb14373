package io.redial.emulator;

import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.Step;
import io.redial.emulator.fault.FaultInjector;
import io.redial.emulator.fault.TaskFaultScope;
import io.redial.emulator.fault.TriggeredFault;
import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.IncomingRequest;
import io.redial.emulator.protocol.OutgoingResponse;
import io.redial.emulator.protocol.ProtocolHandler;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The way of a request: travel, be counted, be checked, be done, travel back; at each step something may go wrong. */
final class RequestProcessor {
    private final List<ProtocolHandler> handlers;
    private final FaultInjector faults;
    private final NetworkLatency latency;
    private final CallCounters counters;

    /**
     * A cloud behind doors.
     *
     * @param doors a request goes through the first that is for it; the last one is for all
     */
    RequestProcessor(List<ProtocolHandler> doors, FaultInjector faults, NetworkLatency latency, CallCounters calls) {
        this.handlers = List.copyOf(doors);
        this.faults = faults;
        this.latency = latency;
        this.counters = calls;
    }

    /** The answer to a request, be it an error, and what happens to it on the wire; done anew for every subscriber. */
    Mono<ExchangeResult> exchange(IncomingRequest arrival) {
        return Mono.defer(() -> {
            var door = handlers.stream()
                    .filter(one -> one.matches(arrival))
                    .findFirst()
                    .orElseThrow();
            var action = door.actionName(arrival);
            return latency.delayOneWay(faults.delay(action, Step.REQUEST_TRANSIT))
                    .then(Mono.fromCallable(() -> process(door, action, arrival)))
                    .flatMap(answer -> latency.delayOneWay(answer.extraDelay()).thenReturn(answer));
        });
    }

    private ExchangeResult process(ProtocolHandler door, String action, IncomingRequest arrival) {
        var unheard = faults.trigger(action, Step.REQUEST_RECEIVED);
        if (unheard.isPresent()) {
            return ExchangeResult.ofFault(unheard.get().fault());
        }
        var clock = faults.trigger(action, Step.TIMESTAMP_CHECK).map(TriggeredFault::fault);
        if (clock.isPresent() && clock.get() instanceof Fault.ClockSkew wrong) {
            return execute(door, action, arrival.withClockOffset(wrong.offset()))
                    .withClockOffset(wrong.offset());
        }
        return execute(door, action, arrival);
    }

    private ExchangeResult execute(ProtocolHandler door, String action, IncomingRequest arrival) {
        try {
            var work = prepareAndCount(door, action, arrival);
            var error = faults.trigger(action, Step.REQUEST_ACCEPTED).map(TriggeredFault::fault);
            if (error.isPresent() && error.get() instanceof Fault.ErrorResponse failure) {
                return ExchangeResult.of(door.errorResponse(arrival, new ApiError(failure.code(), failure.message())));
            }
            return applyResponseFaults(action, ExchangeResult.of(runRequest(work, action)));
        } catch (ApiError refusal) {
            return ExchangeResult.of(door.errorResponse(arrival, refusal));
        } catch (RuntimeException e) {
            // its message may quote a parameter, and a parameter may be a password
            return ExchangeResult.of(door.errorResponse(
                    arrival,
                    new ApiError(
                            "InternalError",
                            "The emulator failed: " + e.getClass().getName() + ".")));
        }
    }

    private OutgoingResponse runRequest(ProtocolHandler.PreparedRequest work, String action) {
        var site = faults.isEmpty() ? Optional.<TaskFaultScope>empty() : work.taskFaultScope();
        var taken = site.flatMap(any -> faults.trigger(action, Step.TASK_START));
        return taken.isPresent() && taken.get().fault() instanceof Fault.ForcedTaskOutcome fault
                ? site.get().runWithOutcome(work::execute, fault, taken.get(), faults)
                : work.execute();
    }

    private ExchangeResult applyResponseFaults(String action, ExchangeResult answer) {
        var flawed = faults.trigger(action, Step.RESPONSE_READY).map(taken -> answer.withFault(taken.fault()));
        return flawed.orElse(answer).withExtraDelay(faults.delay(action, Step.RESPONSE_TRANSIT));
    }

    private ProtocolHandler.PreparedRequest prepareAndCount(
            ProtocolHandler door, String action, IncomingRequest arrival) {
        var refused = false;
        try {
            return door.prepare(arrival);
        } catch (ApiError refusal) {
            refused = refusal.code().equals(ApiError.REQUEST_LIMIT_EXCEEDED);
            throw refusal;
        } finally {
            counters.count(action, refused);
        }
    }
}
