package io.redial.emulator.behaviour.observing;

import java.util.List;

/**
 * A command that clients send.
 *
 * @param name its name
 * @param perSecond how often it comes on average
 * @param micros how long it takes on average
 * @param arguments what follows the name and the key in slow queries
 */
record Command(String name, int perSecond, int micros, String arguments) {
    static final List<Command> ALL = List.of(
            new Command("get", 420, 18, ""),
            new Command("set", 160, 25, " 0fe1c3 EX 3600"),
            new Command("hget", 130, 21, " state"),
            new Command("mget", 60, 95, " :next :last"),
            new Command("incr", 45, 17, ""),
            new Command("expire", 40, 14, " 7200"),
            new Command("hset", 38, 29, " state done"),
            new Command("zadd", 22, 38, " 17 member:17"),
            new Command("lrange", 12, 160, " 0 -1"),
            new Command("hgetall", 8, 240, ""),
            new Command("ping", 5, 4, ""),
            new Command("smembers", 3, 380, ""));

    /** Those that can take long. */
    static final List<Command> SLOW =
            ALL.stream().filter(command -> !command.name.equals("ping")).toList();
}
