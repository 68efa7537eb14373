package io.redial.emulator.behaviour.observing;

import io.redial.emulator.behaviour.instances.NodeIds;
import io.redial.emulator.instance.Primary;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A query that took long.
 *
 * @param time when it ran, in milliseconds since 1970
 * @param millis how long it took
 * @param command what was asked
 * @param line the same with its arguments
 * @param client the address that it came from
 * @param node the id of the node that answered
 * @param primary whether that node is the primary one
 */
record SlowQuery(long time, int millis, String command, String line, String client, String node, boolean primary) {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final int HOUR_SECONDS = 3600;
    private static final int BUSY_SHARE = 8;

    /** Those that ran in that time, the newest first: a few an hour, and some twenty on every eighth instance. */
    static List<SlowQuery> between(long from, long to, Observed observed) {
        if (!observed.serves()) {
            return List.of();
        }
        var first = Math.max(from, observed.instance().created());
        var last = Math.min(to, observed.now());
        var dice = Dice.of(observed.id(), "slow");
        return LongStream.rangeClosed(Math.floorDiv(first, HOUR), Math.floorDiv(last, HOUR))
                .boxed()
                .flatMap(hour -> ofHour(hour, dice, observed))
                .filter(query -> first <= query.time && query.time <= last)
                .sorted(Comparator.comparingLong(SlowQuery::time).reversed())
                .toList();
    }

    private static Stream<SlowQuery> ofHour(long hour, Dice dice, Observed observed) {
        var chance = dice.at(hour);
        var count = dice.below(BUSY_SHARE) == 0 ? 15 + chance.below(11) : chance.below(4);
        return IntStream.range(0, count).mapToObj(number -> one(hour, chance.at(number), observed));
    }

    private static SlowQuery one(long hour, Dice dice, Observed observed) {
        var state = observed.state();
        var command = dice.at(0).pick(Command.SLOW);
        var replicas = state.memory().replicas();
        var step = dice.at(1).below(5) == 0 && replicas > 0 ? 1 + dice.at(2).below(replicas) : 0;
        var node = (Primary.of(state) + step) % (replicas + 1);
        var shard = dice.at(3).below(state.memory().shards());
        return new SlowQuery(
                hour * HOUR + dice.at(4).below(HOUR_SECONDS) * 1000L,
                11 + dice.at(5).below(dice.at(6).below(20) == 0 ? 1500 : 60),
                command.name(),
                command.name() + " order:" + dice.at(7).below(10_000) + command.arguments(),
                Client.ip(observed.id(), dice.at(8).below(2)),
                NodeIds.redis(observed.id(), shard, node),
                step == 0);
    }
}
