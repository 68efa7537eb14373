package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class DescribeInstances implements Behaviour {
    private static final int ASCENDING = 0;
    private static final int DESCENDING = 1;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var now = cloud.now();
        var filter = InstanceFilter.of(call, now);
        var answer = Json.object();
        if (filter.isPresent()) {
            var found = ordered(call, cloud, now).filter(filter.get()).toList();
            answer.put("TotalCount", found.size()).set("InstanceSet", rows(page.of(found.stream()), cloud, now));
        } else {
            answer.put("TotalCount", cloud.size())
                    .set("InstanceSet", rows(page.of(ordered(call, cloud, now)), cloud, now));
        }
        return answer;
    }

    private static ArrayNode rows(List<Instance> page, Cloud cloud, long now) {
        return Json.array(page, instance -> InstanceRow.of(instance, cloud, now));
    }

    /** Those that were made last come first, unless the call wants another order. */
    private static Stream<Instance> ordered(Call call, Cloud cloud, long now) {
        var ascending = call.number("OrderType", DESCENDING) == ASCENDING;
        var all = call.text("InstanceId")
                .filter(id -> !id.isEmpty())
                .map(id -> cloud.instance(id).stream())
                .orElseGet(() -> ascending ? cloud.oldestFirst() : cloud.newestFirst());
        return switch (call.text("OrderBy").orElse("createtime")) {
            case "projectId" ->
                all.sorted(directed(
                        Comparator.comparing(instance -> instance.label().projectId()), ascending));
            case "instancename" ->
                all.sorted(directed(
                        Comparator.comparing(instance -> instance.label().name()), ascending));
            case "type" ->
                all.sorted(directed(
                        Comparator.comparing(instance -> instance.stateAt(now).type()), ascending));
            default -> all;
        };
    }

    /** The id decides between equals, so that pages never overlap. */
    private static Comparator<Instance> directed(Comparator<Instance> order, boolean ascending) {
        return (ascending ? order : order.reversed()).thenComparing(Instance::id);
    }
}
