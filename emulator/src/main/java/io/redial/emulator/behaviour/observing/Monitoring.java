package io.redial.emulator.behaviour.observing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What is told about the load of an instance. All of it is about the same commands. */
final class Monitoring {
    private static final int HOT_KEYS = 10;

    /** Of a million commands, how many take longer than the step before and up to this one. */
    private static final List<Integer> PER_MILLION = List.of(960_000, 32_000, 6_000, 1_700, 280, 20);

    private static final int MILLION = 1_000_000;

    private Monitoring() {}

    static ObjectNode topCommands(Call call, Cloud cloud) {
        var observed = Observed.of(call, cloud);
        var load = new Load(observed);
        var window = Window.of(call, observed, observed.now());
        return commands("Count", command -> load.count(command, window));
    }

    static ObjectNode slowestCommands(Call call, Cloud cloud) {
        var observed = Observed.of(call, cloud);
        var load = new Load(observed);
        var window = Window.of(call, observed, observed.now());
        return commands("Took", command -> load.millis(command, window));
    }

    /** The keys take an ever smaller share each, and less than a third together. */
    static ObjectNode hotKeys(Call call, Cloud cloud) {
        var observed = Observed.of(call, cloud);
        var total = new Load(observed).count(Window.of(call, observed, observed.now()));
        var dice = Dice.of(observed.id(), "hot keys");
        var rows = Json.array();
        IntStream.range(0, total < HOT_KEYS * 100 ? 0 : HOT_KEYS)
                .mapToObj(number -> Json.object()
                        .put("Key", "hot:" + (1000 + dice.at(number).below(9000)) + ":" + number)
                        .put("Type", dice.at(number).pick(BigKey.TYPES))
                        .put("Count", total / (10L * (number + 1))))
                .forEach(rows::add);
        return data(rows);
    }

    /** All commands of the last minute come from these addresses. */
    static ObjectNode sources(Call call, Cloud cloud) {
        var observed = Observed.of(call, cloud);
        var total = new Load(observed).count(Window.realTime(observed));
        var dice = Dice.of(observed.id(), "sources");
        var sources = 2 + dice.below(5);
        var rows = Json.array();
        IntStream.range(0, total == 0 ? 0 : sources)
                .mapToObj(number -> Json.object()
                        .put("Ip", Client.ip(observed.id(), number))
                        .put("Conn", 5 + dice.at(number).below(60))
                        .put("Cmd", total / sources + (number == 0 ? total % sources : 0)))
                .forEach(rows::add);
        return data(rows);
    }

    /** Of a day that is over, its end is looked at. */
    static ObjectNode tookDistribution(Call call, Cloud cloud) {
        var day = Days.any(call, "Date");
        var observed = Observed.of(call, cloud);
        var end = Math.min(Days.start(day + 1) - 1, observed.now());
        var total = Days.start(day) > observed.now() ? 0 : new Load(observed).count(Window.of(call, observed, end));
        var rows = Json.array();
        var rest = total;
        for (var step = Ladder.STEPS.size() - 1; step >= 0 && total > 0; step--) {
            var size = step == 0 ? rest : total * PER_MILLION.get(step) / MILLION;
            rest -= size;
            rows.insertObject(0)
                    .put("Ladder", Ladder.STEPS.get(step))
                    .put("Size", size)
                    .put("Updatetime", end / 1000);
        }
        return data(rows);
    }

    private static ObjectNode commands(String field, ToLongFunction<Command> amount) {
        var rows = Json.array();
        Command.ALL.stream()
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
