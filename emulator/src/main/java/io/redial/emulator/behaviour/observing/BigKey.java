package io.redial.emulator.behaviour.observing;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A large key, as a nightly look at an instance finds it.
 *
 * @param database the database that it is in
 * @param name its name
 * @param type its type
 * @param bytes its size
 * @param seconds when it was looked at, in seconds since 1970
 */
record BigKey(int database, String name, String type, long bytes, long seconds) {
    static final String STRING = "string";
    static final List<String> TYPES = List.of(STRING, "list", "set", "zset", "hash");

    private static final List<String> NAMES = List.of("archive", "basket", "index", "profile", "queue", "report");
    private static final long LOOKS_AFTER = TimeUnit.HOURS.toMillis(3);
    private static final long BYTES_PER_MB = 1024 * 1024;

    /** What was found on a day, the largest first; nothing if nobody has looked yet, or the instance has no data. */
    static List<BigKey> on(long day, Observed observed) {
        var looked = Days.start(day) + LOOKS_AFTER;
        if (!observed.serves() || looked < observed.instance().created() || looked > observed.now()) {
            return List.of();
        }
        var dice = Dice.of(observed.id(), "big keys");
        var used = observed.state().memory().usedMb() * BYTES_PER_MB;
        return IntStream.range(0, 5 + dice.below(10))
                .mapToObj(number -> one(dice.at(number), number, day, used, looked / 1000))
                .filter(key -> key.bytes > 0)
                .sorted(Comparator.comparingLong(BigKey::bytes).reversed())
                .toList();
    }

    /** Between a thousandth and a fiftieth of the data, and a little more or less from day to day. */
    private static BigKey one(Dice dice, int number, long day, long used, long seconds) {
        var percent = 90 + dice.at(day).below(11);
        var bytes = used / 1000 * (1 + dice.at(-1).below(20)) * percent / 100;
        var name = dice.at(-2).pick(NAMES) + ":" + (100 + number);
        return new BigKey(0, name, dice.at(-3).pick(TYPES), bytes, seconds);
    }
}
