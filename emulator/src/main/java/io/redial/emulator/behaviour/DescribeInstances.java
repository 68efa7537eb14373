package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Instance;
import io.redial.emulator.door.Call;
import java.util.Comparator;
import java.util.stream.Stream;

final class DescribeInstances implements Behaviour {
    private static final int ASCENDING = 0;
    private static final int DESCENDING = 1;

    @Override
    public String action() {
        return "DescribeInstances";
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var now = cloud.now();
        var found = ordered(call, cloud).filter(InstanceFilter.of(call, now)).toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("InstanceSet", Json.array(page.of(found), instance -> InstanceRow.of(instance, cloud, now)));
        return answer;
    }

    /** Those that were made last come first, unless the call wants another order. */
    private static Stream<Instance> ordered(Call call, Cloud cloud) {
        var ascending = call.number("OrderType", DESCENDING) == ASCENDING;
        return switch (call.text("OrderBy").orElse("createtime")) {
            case "projectId" -> ordered(cloud, Comparator.comparing(Instance::projectId), ascending);
            case "instancename" -> ordered(cloud, Comparator.comparing(Instance::name), ascending);
            case "type" -> ordered(cloud, Comparator.comparing(Instance::type), ascending);
            default -> ascending ? cloud.oldestFirst() : cloud.newestFirst();
        };
    }

    /** The id decides between equals, so that pages never overlap. */
    private static Stream<Instance> ordered(Cloud cloud, Comparator<Instance> order, boolean ascending) {
        var directed = ascending ? order : order.reversed();
        return cloud.newestFirst().sorted(directed.thenComparing(Instance::id));
    }
}
