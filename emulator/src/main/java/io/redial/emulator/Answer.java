package io.redial.emulator;

import io.redial.emulator.door.Reply;
import io.redial.emulator.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * What comes back to a caller.
 *
 * @param reply the answer, which is of no matter if the connection is closed in its place
 * @param late how much longer than usual it takes
 * @param clockAhead how far the clock that dates it is off
 * @param flaw what happens to it on the wire
 */
record Answer(Reply reply, Duration late, Duration clockAhead, Optional<Fault> flaw) {
    private static final Reply NOTHING = new Reply(200, "text/plain", new byte[0]);

    static Answer of(Reply reply) {
        return new Answer(reply, Duration.ZERO, Duration.ZERO, Optional.empty());
    }

    /** What is answered by a fault, in place of the cloud or without an effect. */
    static Answer flawed(Fault fault) {
        return of(NOTHING).with(fault);
    }

    /** The same, but this goes wrong with it. */
    Answer with(Fault fault) {
        return fault instanceof Fault.Page page
                ? new Answer(reply(page), late, clockAhead, Optional.empty())
                : new Answer(reply, late, clockAhead, Optional.of(fault));
    }

    Answer later(Duration by) {
        return new Answer(reply, by, clockAhead, flaw);
    }

    Answer dated(Duration ahead) {
        return new Answer(reply, late, ahead, flaw);
    }

    /** The answer as a caller without a socket gets it. */
    Mono<Reply> withoutSocket(EmulatorClock clock) {
        if (flaw.isEmpty()) {
            return Mono.just(reply);
        }
        if (flaw.get() instanceof Fault.SlowBody slow) {
            return Later.by(slow.time(reply.body().length), clock).thenReturn(reply);
        }
        if (flaw.get() instanceof Fault.HangUp cut) {
            var done =
                    cut.moment() == Fault.Moment.BEFORE ? "before the call was looked at" : "after the call was done";
            return Mono.error(new IOException("the connection was closed " + done));
        }
        return Mono.error(new IOException("the answer broke off"));
    }

    private static Reply reply(Fault.Page page) {
        return new Reply(page.status(), page.contentType(), page.body().getBytes(StandardCharsets.UTF_8));
    }
}
