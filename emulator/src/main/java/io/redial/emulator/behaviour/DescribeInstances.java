package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Instance;
import io.redial.emulator.door.Call;
import java.util.Comparator;

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
        var found = cloud.instances().stream()
                .filter(InstanceFilter.of(call, now))
                .sorted(order(call))
                .toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("InstanceSet", Json.array(page.of(found), instance -> InstanceRow.of(instance, cloud, now)));
        return answer;
    }

    /** The id decides between equals, so that pages never overlap. */
    private static Comparator<Instance> order(Call call) {
        Comparator<Instance> order = switch (call.text("OrderBy").orElse("createtime")) {
            case "projectId" -> Comparator.comparing(Instance::projectId);
            case "instancename" -> Comparator.comparing(Instance::name);
            case "type" -> Comparator.comparing(Instance::type);
            default -> Comparator.comparing(Instance::created);
        };
        var directed = call.number("OrderType", DESCENDING) == ASCENDING ? order : order.reversed();
        return directed.thenComparing(Instance::id);
    }
}
