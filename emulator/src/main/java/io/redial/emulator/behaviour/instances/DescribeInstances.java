package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class DescribeInstances implements Behaviour {
    private static final int ASCENDING = 0;
    private static final int DESCENDING = 1;

    private final ReadyRows rows = new ReadyRows();

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var now = cloud.now();
        var found = ordered(call, found(call, cloud, now), now);
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("InstanceSet", Json.array(page.of(found), instance -> rows.of(instance, cloud, now)));
        return answer;
    }

    private static List<Instance> found(Call call, Cloud cloud, long now) {
        var candidates = named(call)
                .map(ids -> known(ids, call, cloud))
                .orElseGet(() -> ascending(call) ? cloud.oldestFirst() : cloud.newestFirst());
        return InstanceFilter.of(call, now)
                .map(wanted -> candidates.stream().filter(wanted).toList())
                .orElse(candidates);
    }

    /** The ids that the call names, so that nobody has to be asked but them. */
    private static Optional<List<String>> named(Call call) {
        var ids = Stream.concat(
                        call.text("InstanceId").filter(id -> !id.isEmpty()).stream(),
                        call.texts("InstanceIds").stream())
                .distinct()
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private static List<Instance> known(List<String> ids, Call call, Cloud cloud) {
        var byAge = Comparator.comparingLong(Instance::created).thenComparing(Instance::id);
        return ids.stream()
                .map(cloud::instance)
                .flatMap(Optional::stream)
                .sorted(ascending(call) ? byAge : byAge.reversed())
                .toList();
    }

    /** Those that were made last come first, unless the call wants another order. */
    private static List<Instance> ordered(Call call, List<Instance> found, long now) {
        return switch (call.text("OrderBy").orElse("createtime")) {
            case "projectId" ->
                sorted(found, Comparator.comparing(one -> one.label().projectId()), call);
            case "instancename" ->
                sorted(found, Comparator.comparing(one -> one.label().name()), call);
            case "type" ->
                sorted(found, Comparator.comparing(one -> one.stateAt(now).type()), call);
            case "curDeadline" -> sorted(found, Comparator.comparing(one -> deadline(one, now)), call);
            default -> found;
        };
    }

    private static long deadline(Instance instance, long now) {
        return instance.stateAt(now).feature(Billing.USUAL).at(now).deadline();
    }

    /** The id decides between equals, so that pages never overlap. */
    private static List<Instance> sorted(List<Instance> found, Comparator<Instance> order, Call call) {
        return found.stream()
                .sorted((ascending(call) ? order : order.reversed()).thenComparing(Instance::id))
                .toList();
    }

    private static boolean ascending(Call call) {
        return call.number("OrderType", DESCENDING) == ASCENDING;
    }
}
