package io.redial.emulator;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Lets time go by. */
final class ClockDelay {
    private ClockDelay() {}

    /** Completes after this time of the clock, on its thread, anew for each subscriber; none takes no time at all. */
    static Mono<Void> after(Duration time, EmulatorClock clock) {
        return time.isZero()
                ? Mono.empty()
                : Mono.create(sink -> {
                    var timer = clock.schedule(time, sink::success);
                    sink.onCancel(timer::cancel);
                });
    }
}
