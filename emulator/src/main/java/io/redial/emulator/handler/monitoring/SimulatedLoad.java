package io.redial.emulator.handler.monitoring;

import java.util.concurrent.TimeUnit;

/**
 * What clients ask of an instance: more by day than by night. It is a sum over time, so that a long stretch always
 * holds as much as the short ones that it is made of.
 */
record SimulatedLoad(MonitoredInstance observed) {
    private static final double DAY = TimeUnit.DAYS.toSeconds(1);
    private static final double SWING = 0.6;

    /** How often a command came. */
    long count(SimulatedCommand command, MonitoringWindow window) {
        return observed.isReachable() ? totalUntil(command, window.to()) - totalUntil(command, window.from()) : 0;
    }

    /** How many commands came. */
    long count(MonitoringWindow window) {
        return SimulatedCommand.ALL.stream()
                .mapToLong(command -> count(command, window))
                .sum();
    }

    /** How long the commands of a kind took together, in milliseconds. */
    long millis(SimulatedCommand command, MonitoringWindow window) {
        return count(command, window) * command.micros() / 1000;
    }

    /** Grows with time and never falls. */
    private long totalUntil(SimulatedCommand command, long millis) {
        var seconds = (millis - observed.instance().created()) / 1000.0;
        var angle = 2 * Math.PI * (millis / 1000.0) / DAY;
        return (long) Math.floor(rate(command) * (seconds + SWING * DAY / (2 * Math.PI) * (1 + Math.sin(angle))));
    }

    private double rate(SimulatedCommand command) {
        var busy = 20 + SeededRandom.of(observed.id(), "load").intBelow(181);
        var taste = 50 + SeededRandom.of(observed.id(), command.name()).intBelow(101);
        return command.perSecond() * busy / 100.0 * taste / 100.0;
    }
}
