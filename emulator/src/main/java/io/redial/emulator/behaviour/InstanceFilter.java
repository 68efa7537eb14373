package io.redial.emulator.behaviour;

import io.redial.emulator.cloud.Instance;
import io.redial.emulator.door.Call;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** The documented filters of DescribeInstances; those that the document calls disused or internal filter nothing. */
final class InstanceFilter {
    private static final int PRIMARY_REPLICA = 2;
    private static final int CLUSTER = 3;

    private InstanceFilter() {}

    static Predicate<Instance> of(Call call, long now) {
        return one(call, "InstanceId", Instance::id)
                .and(any(call.texts("InstanceIds"), Instance::id))
                .and(one(call, "InstanceName", Instance::name))
                .and(call.text("SearchKey").map(InstanceFilter::named).orElse(InstanceFilter::all))
                .and(search(call.texts("SearchKeys")))
                .and(any(call.numbers("Status"), instance -> (long) instance.statusAt(now)))
                .and(number(call, "Type", Instance::type))
                .and(number(call, "TypeVersion", instance -> instance.isCluster() ? CLUSTER : PRIMARY_REPLICA))
                .and(one(
                        call,
                        "EngineName",
                        instance -> "Redis-" + instance.version().charAt(0) + ".0"))
                .and(one(call, "AzMode", instance -> instance.place().multiZone() ? "multiaz" : "singleaz"))
                .and(any(call.numbers("ProjectIds"), instance -> (long) instance.projectId()))
                .and(any(call.numbers("AutoRenew"), instance -> 0L))
                .and(any(call.texts("UniqVpcIds"), instance -> instance.place().vpc()))
                .and(any(
                        call.texts("UniqSubnetIds"),
                        instance -> instance.place().subnet()))
                .and(any(call.texts("ProductVersions"), instance -> InstanceRow.PRODUCT_VERSION))
                .and(any(call.texts("TagKeys"), instance -> InstanceRow.TAG_KEY))
                .and(tags(call));
    }

    private static Predicate<Instance> one(Call call, String parameter, Function<Instance, String> of) {
        return any(call.text(parameter).filter(text -> !text.isEmpty()).stream().toList(), of);
    }

    private static Predicate<Instance> number(Call call, String parameter, Function<Instance, Integer> of) {
        return any(call.has(parameter) ? List.of(call.number(parameter, 0)) : List.of(), instance ->
                (long) of.apply(instance));
    }

    private static <T> Predicate<Instance> any(Collection<T> wanted, Function<Instance, T> of) {
        return wanted.isEmpty() ? InstanceFilter::all : instance -> wanted.contains(of.apply(instance));
    }

    private static Predicate<Instance> search(List<String> words) {
        return words.isEmpty()
                ? InstanceFilter::all
                : instance -> words.stream()
                        .anyMatch(word -> named(word).test(instance)
                                || word.equals(instance.id())
                                || word.equals(instance.place().ip()));
    }

    private static Predicate<Instance> named(String part) {
        var lower = part.toLowerCase(Locale.ROOT);
        return instance -> instance.name().contains(lower);
    }

    private static Predicate<Instance> tags(Call call) {
        var tags = call.items("InstanceTags");
        return tags.isEmpty()
                ? InstanceFilter::all
                : instance -> tags.stream()
                        .anyMatch(tag -> tag.path("TagKey").asText().equals(InstanceRow.TAG_KEY)
                                && tag.path("TagValue").asText().equals(instance.environment()));
    }

    private static boolean all(Instance instance) {
        return true;
    }
}
