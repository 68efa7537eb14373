package io.redial.emulator.handler.monitoring;

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
    private static final long SCAN_TIME_OF_DAY_MILLIS = TimeUnit.HOURS.toMillis(3);
    private static final long BYTES_PER_MB = 1024 * 1024;

    /** What was found on a day, the largest first; nothing if nobody has looked yet, or the instance has no data. */
    static List<BigKey> ofDay(long day, MonitoredInstance observed) {
        var looked = Days.startMillis(day) + SCAN_TIME_OF_DAY_MILLIS;
        if (!observed.isReachable() || looked < observed.instance().created() || looked > observed.now()) {
            return List.of();
        }
        var dice = SeededRandom.of(observed.id(), "big keys");
        var used = observed.state().memory().usedMb() * BYTES_PER_MB;
        return IntStream.range(0, 5 + dice.intBelow(10))
                .mapToObj(number -> one(dice.derive(number), number, day, used, looked / 1000))
                .filter(key -> key.bytes > 0)
                .sorted(Comparator.comparingLong(BigKey::bytes).reversed())
                .toList();
    }

    /** Between a thousandth and a fiftieth of the data, and a little more or less from day to day. */
    private static BigKey one(SeededRandom dice, int number, long day, long used, long seconds) {
        var percent = 90 + dice.derive(day).intBelow(11);
        var bytes = used / 1000 * (1 + dice.derive(-1).intBelow(20)) * percent / 100;
        var name = dice.derive(-2).pick(NAMES) + ":" + (100 + number);
        return new BigKey(0, name, dice.derive(-3).pick(TYPES), bytes, seconds);
    }
}
