package io.redial.reactive.fleet;

import io.redial.core.protocol.Target;
import io.redial.reactive.follow.Calls;
import java.util.function.DoubleSupplier;
import reactor.core.scheduler.Scheduler;

/**
 * What all runs of a fleet go through.
 *
 * @param work follows work, and asks for lost work
 * @param calls how requests are sent
 * @param target where they go
 * @param actions those of the API that they speak
 * @param scheduler the clock and the timers
 * @param disk where files are read and written
 * @param random numbers from 0 to 1, for jitter
 */
record Surroundings(
        Work work,
        Calls calls,
        Target target,
        Actions actions,
        Scheduler scheduler,
        Scheduler disk,
        DoubleSupplier random) {}
