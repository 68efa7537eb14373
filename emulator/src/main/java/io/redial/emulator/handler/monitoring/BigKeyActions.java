package io.redial.emulator.handler.monitoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

/** What is told about large keys: each, by size, and by type. All three are about the same keys. */
final class BigKeyActions {
    private static final int STRINGS = 1;
    private static final long BYTES_PER_STEP = 1024 * 1024;

    private BigKeyActions() {}

    static ObjectNode list(ActionRequest call, Cloud cloud) {
        var strings = call.number("ReqType", 0) == STRINGS;
        var keys = found(call, cloud).stream()
                .filter(key -> !strings || key.type().equals(BigKey.STRING))
                .toList();
        return data(Json.array(
                keys,
                key -> Json.object()
                        .put("DB", key.database())
                        .put("Key", key.name())
                        .put("Type", key.type())
                        .put("Size", key.bytes())
                        .put("Updatetime", key.seconds())));
    }

    /** The steps are those that the document lists, read as megabytes. */
    static ObjectNode bySize(ActionRequest call, Cloud cloud) {
        var keys = found(call, cloud);
        return data(Json.array(
                keys.isEmpty() ? List.of() : HistogramBuckets.UPPER_BOUNDS,
                step -> Json.object()
                        .put("Ladder", step)
                        .put(
                                "Size",
                                keys.stream()
                                        .filter(key -> HistogramBuckets.bucketOf(key.bytes(), BYTES_PER_STEP) == step)
                                        .count())
                        .put("Updatetime", keys.get(0).seconds())));
    }

    static ObjectNode byType(ActionRequest call, Cloud cloud) {
        var keys = found(call, cloud);
        return data(Json.array(keys.isEmpty() ? List.of() : BigKey.TYPES, type -> {
            var such = keys.stream().filter(key -> key.type().equals(type)).toList();
            return Json.object()
                    .put("Type", type)
                    .put("Count", such.size())
                    .put("Size", such.stream().mapToLong(BigKey::bytes).sum())
                    .put("Updatetime", keys.get(0).seconds());
        }));
    }

    private static List<BigKey> found(ActionRequest call, Cloud cloud) {
        return BigKey.ofDay(Days.parseDate(call, "Date"), MonitoredInstance.of(call, cloud));
    }

    private static ObjectNode data(ArrayNode rows) {
        var answer = Json.object();
        answer.set("Data", rows);
        return answer;
    }
}
