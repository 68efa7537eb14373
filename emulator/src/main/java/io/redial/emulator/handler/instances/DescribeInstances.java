package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class DescribeInstances implements ActionHandler {
    private static final int ASCENDING = 0;
    private static final int DESCENDING = 1;

    private final InstanceRowCache rows = new InstanceRowCache();

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var now = cloud.now();
        var found = ordered(call, found(call, cloud, now), now);
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("InstanceSet", Json.array(page.of(found), instance -> rows.rowOf(instance, cloud, now)));
        return answer;
    }

    private static List<EmulatedInstance> found(ActionRequest call, Cloud cloud, long now) {
        var candidates = named(call)
                .map(ids -> known(ids, call, cloud))
                .orElseGet(() -> ascending(call) ? cloud.oldestFirst() : cloud.newestFirst());
        return InstanceFilter.of(call, now)
                .map(wanted -> candidates.stream().filter(wanted).toList())
                .orElse(candidates);
    }

    /** The ids that the call names, so that nobody has to be asked but them. */
    private static Optional<List<String>> named(ActionRequest call) {
        var ids = Stream.concat(
                        call.text("InstanceId").filter(id -> !id.isEmpty()).stream(),
                        call.texts("InstanceIds").stream())
                .distinct()
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private static List<EmulatedInstance> known(List<String> ids, ActionRequest call, Cloud cloud) {
        var byAge = Comparator.comparingLong(EmulatedInstance::created).thenComparing(EmulatedInstance::id);
        return ids.stream()
                .map(cloud::instance)
                .flatMap(Optional::stream)
                .sorted(ascending(call) ? byAge : byAge.reversed())
                .toList();
    }

    /** Those that were made last come first, unless the call wants another order. */
    private static List<EmulatedInstance> ordered(ActionRequest call, List<EmulatedInstance> found, long now) {
        return switch (call.text("OrderBy").orElse("createtime")) {
            case "projectId" ->
                sorted(found, Comparator.comparing(one -> one.metadata().projectId()), call);
            case "instancename" ->
                sorted(found, Comparator.comparing(one -> one.metadata().name()), call);
            case "type" ->
                sorted(found, Comparator.comparing(one -> one.stateAt(now).type()), call);
            case "curDeadline" -> sorted(found, Comparator.comparing(one -> deadline(one, now)), call);
            default -> found;
        };
    }

    private static long deadline(EmulatedInstance instance, long now) {
        return instance.stateAt(now).feature(Billing.DEFAULT).asOf(now).paidUntil();
    }

    /** The id decides between equals, so that pages never overlap. */
    private static List<EmulatedInstance> sorted(
            List<EmulatedInstance> found, Comparator<EmulatedInstance> order, ActionRequest call) {
        return found.stream()
                .sorted((ascending(call) ? order : order.reversed()).thenComparing(EmulatedInstance::id))
                .toList();
    }

    private static boolean ascending(ActionRequest call) {
        return call.number("OrderType", DESCENDING) == ASCENDING;
    }
}
