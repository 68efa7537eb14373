package io.redial.emulator.handler.monitoring;

import java.util.List;

/**
 * A command that clients send.
 *
 * @param name its name
 * @param perSecond how often it comes on average
 * @param micros how long it takes on average
 * @param arguments what follows the name and the key in slow queries
 */
record SimulatedCommand(String name, int perSecond, int micros, String arguments) {
    static final List<SimulatedCommand> ALL = List.of(
            new SimulatedCommand("get", 420, 18, ""),
            new SimulatedCommand("set", 160, 25, " 0fe1c3 EX 3600"),
            new SimulatedCommand("hget", 130, 21, " state"),
            new SimulatedCommand("mget", 60, 95, " :next :last"),
            new SimulatedCommand("incr", 45, 17, ""),
            new SimulatedCommand("expire", 40, 14, " 7200"),
            new SimulatedCommand("hset", 38, 29, " state done"),
            new SimulatedCommand("zadd", 22, 38, " 17 member:17"),
            new SimulatedCommand("lrange", 12, 160, " 0 -1"),
            new SimulatedCommand("hgetall", 8, 240, ""),
            new SimulatedCommand("ping", 5, 4, ""),
            new SimulatedCommand("smembers", 3, 380, ""));

    /** Those that can take long. */
    static final List<SimulatedCommand> SLOW =
            ALL.stream().filter(command -> !command.name.equals("ping")).toList();
}
