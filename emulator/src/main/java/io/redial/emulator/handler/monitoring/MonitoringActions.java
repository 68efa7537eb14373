package io.redial.emulator.handler.monitoring;

import static java.util.Map.entry;

import io.redial.emulator.handler.ActionHandler;
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
public final class MonitoringActions {
    private MonitoringActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.ofEntries(
                entry("DescribeInstanceMonitorBigKey", BigKeyActions::list),
                entry("DescribeInstanceMonitorBigKeySizeDist", BigKeyActions::bySize),
                entry("DescribeInstanceMonitorBigKeyTypeDist", BigKeyActions::byType),
                entry("DescribeInstanceMonitorHotKey", LoadActions::hotKeys),
                entry("DescribeInstanceMonitorSIP", LoadActions::clientAddresses),
                entry("DescribeInstanceMonitorTookDist", LoadActions::latencyDistribution),
                entry("DescribeInstanceMonitorTopNCmd", LoadActions::topCommands),
                entry("DescribeInstanceMonitorTopNCmdTook", LoadActions::slowestCommands),
                entry("DescribeSlowLog", SlowLog.NODES),
                entry("DescribeProxySlowLog", SlowLog.PROXIES),
                entry("DescribeTendisSlowLog", SlowLog.TENDIS),
                entry("DescribeInstanceEvents", new DescribeInstanceEvents()),
                entry("ModifyInstanceEvent", new ModifyInstanceEvent()),
                entry("ModifyInstanceLogDelivery", LogDeliveryActions::modify),
                entry("DescribeInstanceLogDelivery", LogDeliveryActions::describe));
    }
}
