package io.redial.emulator.behaviour.observing;

import java.util.concurrent.TimeUnit;

/**
 * What clients ask of an instance: more by day than by night. It is a sum over time, so that a long stretch always
 * holds as much as the short ones that it is made of.
 */
record Load(Observed observed) {
    private static final double DAY = TimeUnit.DAYS.toSeconds(1);
    private static final double SWING = 0.6;

    /** How often a command came. */
    long count(Command command, Window window) {
        return observed.serves() ? until(command, window.to()) - until(command, window.from()) : 0;
    }

    /** How many commands came. */
    long count(Window window) {
        return Command.ALL.stream().mapToLong(command -> count(command, window)).sum();
    }

    /** How long the commands of a kind took together, in milliseconds. */
    long millis(Command command, Window window) {
        return count(command, window) * command.micros() / 1000;
    }

    /** Grows with time and never falls. */
    private long until(Command command, long millis) {
        var seconds = (millis - observed.instance().created()) / 1000.0;
        var angle = 2 * Math.PI * (millis / 1000.0) / DAY;
        return (long) Math.floor(rate(command) * (seconds + SWING * DAY / (2 * Math.PI) * (1 + Math.sin(angle))));
    }

    private double rate(Command command) {
        var busy = 20 + Dice.of(observed.id(), "load").below(181);
        var taste = 50 + Dice.of(observed.id(), command.name()).below(101);
        return command.perSecond() * busy / 100.0 * taste / 100.0;
    }
}
