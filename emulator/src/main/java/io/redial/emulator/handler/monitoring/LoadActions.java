package io.redial.emulator.handler.monitoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What is told about the load of an instance. All of it is about the same commands. */
final class LoadActions {
    private static final int HOT_KEYS = 10;

    /** Of a million commands, how many take longer than the step before and up to this one. */
    private static final List<Integer> PER_MILLION = List.of(960_000, 32_000, 6_000, 1_700, 280, 20);

    private static final int MILLION = 1_000_000;

    private LoadActions() {}

    static ObjectNode topCommands(ActionRequest call, Cloud cloud) {
        var observed = MonitoredInstance.of(call, cloud);
        var load = new SimulatedLoad(observed);
        var window = MonitoringWindow.of(call, observed, observed.now());
        return commands("Count", command -> load.count(command, window));
    }

    static ObjectNode slowestCommands(ActionRequest call, Cloud cloud) {
        var observed = MonitoredInstance.of(call, cloud);
        var load = new SimulatedLoad(observed);
        var window = MonitoringWindow.of(call, observed, observed.now());
        return commands("Took", command -> load.millis(command, window));
    }

    /** The keys take an ever smaller share each, and less than a third together. */
    static ObjectNode hotKeys(ActionRequest call, Cloud cloud) {
        var observed = MonitoredInstance.of(call, cloud);
        var total = new SimulatedLoad(observed).count(MonitoringWindow.of(call, observed, observed.now()));
        var dice = SeededRandom.of(observed.id(), "hot keys");
        var rows = Json.array();
        IntStream.range(0, total < HOT_KEYS * 100 ? 0 : HOT_KEYS)
                .mapToObj(number -> Json.object()
                        .put("Key", "hot:" + (1000 + dice.derive(number).intBelow(9000)) + ":" + number)
                        .put("Type", dice.derive(number).pick(BigKey.TYPES))
                        .put("Count", total / (10L * (number + 1))))
                .forEach(rows::add);
        return data(rows);
    }

    /** All commands of the last minute come from these addresses. */
    static ObjectNode clientAddresses(ActionRequest call, Cloud cloud) {
        var observed = MonitoredInstance.of(call, cloud);
        var total = new SimulatedLoad(observed).count(MonitoringWindow.realTime(observed));
        var dice = SeededRandom.of(observed.id(), "sources");
        var sources = 2 + dice.intBelow(5);
        var rows = Json.array();
        IntStream.range(0, total == 0 ? 0 : sources)
                .mapToObj(number -> Json.object()
                        .put("Ip", SimulatedClients.ip(observed.id(), number))
                        .put("Conn", 5 + dice.derive(number).intBelow(60))
                        .put("Cmd", total / sources + (number == 0 ? total % sources : 0)))
                .forEach(rows::add);
        return data(rows);
    }

    /** Of a day that is over, its end is looked at. */
    static ObjectNode latencyDistribution(ActionRequest call, Cloud cloud) {
        var day = Days.parseDate(call, "Date");
        var observed = MonitoredInstance.of(call, cloud);
        var end = Math.min(Days.startMillis(day + 1) - 1, observed.now());
        var total = Days.startMillis(day) > observed.now()
                ? 0
                : new SimulatedLoad(observed).count(MonitoringWindow.of(call, observed, end));
        var rows = Json.array();
        var rest = total;
        for (var step = HistogramBuckets.UPPER_BOUNDS.size() - 1; step >= 0 && total > 0; step--) {
            var size = step == 0 ? rest : total * PER_MILLION.get(step) / MILLION;
            rest -= size;
            rows.insertObject(0)
                    .put("Ladder", HistogramBuckets.UPPER_BOUNDS.get(step))
                    .put("Size", size)
                    .put("Updatetime", end / 1000);
        }
        return data(rows);
    }

    private static ObjectNode commands(String field, ToLongFunction<SimulatedCommand> amount) {
        var rows = Json.array();
        SimulatedCommand.ALL.stream()
                .filter(command -> amount.applyAsLong(command) > 0)
                .sorted((one, other) -> Long.compare(amount.applyAsLong(other), amount.applyAsLong(one)))
                .map(command -> Json.object().put("Cmd", command.name()).put(field, amount.applyAsLong(command)))
                .forEach(rows::add);
        return data(rows);
    }

    private static ObjectNode data(ArrayNode rows) {
        var answer = Json.object();
        answer.set("Data", rows);
        return answer;
    }
}
