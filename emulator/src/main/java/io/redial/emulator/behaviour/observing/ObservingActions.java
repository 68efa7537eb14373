package io.redial.emulator.behaviour.observing;

import static java.util.Map.entry;

import io.redial.emulator.behaviour.Behaviour;
import java.util.Map;

/**
 * The actions that look at instances.
 *
 * <p>Faithful: filters, pages, ranges and their limits, what can be done to an event and when, where logs are delivered
 * to. Made up: all that is seen. It comes out of the id of the instance and the time, so that whoever looks at the same
 * moment sees the same, and different lists agree: the commands of the last minute are those of its sources, long
 * stretches hold the short ones, large keys fit into the memory in use. Nothing is seen of an isolated instance. The
 * list for Tendis tells of the same slow queries, as no emulated instance is one. No log arrives anywhere.
 */
public final class ObservingActions {
    private ObservingActions() {}

    /** What each of them does. */
    public static Map<String, Behaviour> all() {
        return Map.ofEntries(
                entry("DescribeInstanceMonitorBigKey", BigKeys::each),
                entry("DescribeInstanceMonitorBigKeySizeDist", BigKeys::bySize),
                entry("DescribeInstanceMonitorBigKeyTypeDist", BigKeys::byType),
                entry("DescribeInstanceMonitorHotKey", Monitoring::hotKeys),
                entry("DescribeInstanceMonitorSIP", Monitoring::sources),
                entry("DescribeInstanceMonitorTookDist", Monitoring::tookDistribution),
                entry("DescribeInstanceMonitorTopNCmd", Monitoring::topCommands),
                entry("DescribeInstanceMonitorTopNCmdTook", Monitoring::slowestCommands),
                entry("DescribeSlowLog", SlowLog.OF_NODES),
                entry("DescribeProxySlowLog", SlowLog.OF_PROXIES),
                entry("DescribeTendisSlowLog", SlowLog.OF_TENDIS),
                entry("DescribeInstanceEvents", new DescribeInstanceEvents()),
                entry("ModifyInstanceEvent", new ModifyInstanceEvent()),
                entry("ModifyInstanceLogDelivery", Delivery::modify),
                entry("DescribeInstanceLogDelivery", Delivery::describe));
    }
}
