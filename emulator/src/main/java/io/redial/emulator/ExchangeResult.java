package io.redial.emulator;

import io.redial.emulator.fault.Fault;
import io.redial.emulator.protocol.OutgoingResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * What comes back to a caller.
 *
 * @param response the answer, which is of no matter if the connection is closed in its place
 * @param extraDelay how much longer than usual it takes
 * @param clockOffset how far the clock that dates it is off
 * @param wireFault what happens to it on the wire
 */
record ExchangeResult(OutgoingResponse response, Duration extraDelay, Duration clockOffset, Optional<Fault> wireFault) {
    private static final OutgoingResponse EMPTY = new OutgoingResponse(200, "text/plain", new byte[0]);

    static ExchangeResult of(OutgoingResponse reply) {
        return new ExchangeResult(reply, Duration.ZERO, Duration.ZERO, Optional.empty());
    }

    /** What is answered by a fault, in place of the cloud or without an effect. */
    static ExchangeResult ofFault(Fault fault) {
        return of(EMPTY).withFault(fault);
    }

    /** The same, but this goes wrong with it. */
    ExchangeResult withFault(Fault fault) {
        return fault instanceof Fault.GatewayResponse page
                ? new ExchangeResult(gatewayResponse(page), extraDelay, clockOffset, Optional.empty())
                : new ExchangeResult(response, extraDelay, clockOffset, Optional.of(fault));
    }

    ExchangeResult withExtraDelay(Duration by) {
        return new ExchangeResult(response, by, clockOffset, wireFault);
    }

    ExchangeResult withClockOffset(Duration ahead) {
        return new ExchangeResult(response, extraDelay, ahead, wireFault);
    }

    /** The answer as a caller without a socket gets it. */
    Mono<OutgoingResponse> deliverWithoutSocket(EmulatorClock clock) {
        if (wireFault.isEmpty()) {
            return Mono.just(response);
        }
        if (wireFault.get() instanceof Fault.SlowBody slow) {
            return ClockDelay.after(slow.transferTime(response.body().length), clock)
                    .thenReturn(response);
        }
        if (wireFault.get() instanceof Fault.CloseConnection cut) {
            var done =
                    cut.moment() == Fault.Moment.BEFORE ? "before the call was looked at" : "after the call was done";
            return Mono.error(new IOException("the connection was closed " + done));
        }
        return Mono.error(new IOException("the answer broke off"));
    }

    private static OutgoingResponse gatewayResponse(Fault.GatewayResponse page) {
        return new OutgoingResponse(
                page.status(), page.contentType(), page.body().getBytes(StandardCharsets.UTF_8));
    }
}
