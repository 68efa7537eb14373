package io.redial.emulator.handler.monitoring;

import io.redial.emulator.handler.instances.NodeIds;
import io.redial.emulator.instance.PrimaryNode;
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
    static List<SlowQuery> between(long from, long to, MonitoredInstance observed) {
        if (!observed.isReachable()) {
            return List.of();
        }
        var first = Math.max(from, observed.instance().created());
        var last = Math.min(to, observed.now());
        var dice = SeededRandom.of(observed.id(), "slow");
        return LongStream.rangeClosed(Math.floorDiv(first, HOUR), Math.floorDiv(last, HOUR))
                .boxed()
                .flatMap(hour -> ofHour(hour, dice, observed))
                .filter(query -> first <= query.time && query.time <= last)
                .sorted(Comparator.comparingLong(SlowQuery::time).reversed())
                .toList();
    }

    private static Stream<SlowQuery> ofHour(long hour, SeededRandom dice, MonitoredInstance observed) {
        var chance = dice.derive(hour);
        var count = dice.intBelow(BUSY_SHARE) == 0 ? 15 + chance.intBelow(11) : chance.intBelow(4);
        return IntStream.range(0, count).mapToObj(number -> one(hour, chance.derive(number), observed));
    }

    private static SlowQuery one(long hour, SeededRandom dice, MonitoredInstance observed) {
        var state = observed.state();
        var command = dice.derive(0).pick(SimulatedCommand.SLOW);
        var replicas = state.memory().replicas();
        var step = dice.derive(1).intBelow(5) == 0 && replicas > 0
                ? 1 + dice.derive(2).intBelow(replicas)
                : 0;
        var node = (PrimaryNode.of(state) + step) % (replicas + 1);
        var shard = dice.derive(3).intBelow(state.memory().shards());
        return new SlowQuery(
                hour * HOUR + dice.derive(4).intBelow(HOUR_SECONDS) * 1000L,
                11 + dice.derive(5).intBelow(dice.derive(6).intBelow(20) == 0 ? 1500 : 60),
                command.name(),
                command.name() + " order:" + dice.derive(7).intBelow(10_000) + command.arguments(),
                SimulatedClients.ip(observed.id(), dice.derive(8).intBelow(2)),
                NodeIds.redis(observed.id(), shard, node),
                step == 0);
    }
}
