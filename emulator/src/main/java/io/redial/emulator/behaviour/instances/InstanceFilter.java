package io.redial.emulator.behaviour.instances;

import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The documented filters of DescribeInstances; those that the document calls disused or internal filter nothing. */
final class InstanceFilter {
    private static final int PRIMARY_REPLICA = 2;
    private static final int CLUSTER = 3;
    private static final Predicate<Instance> ALL = InstanceFilter::all;

    private InstanceFilter() {}

    /** Empty if the call wants them all. */
    static Optional<Predicate<Instance>> of(Call call, long now) {
        return Stream.of(
                        one(call, "InstanceId", Instance::id),
                        any(call.texts("InstanceIds"), Instance::id),
                        one(call, "InstanceName", instance -> instance.label().name()),
                        call.text("SearchKey").map(InstanceFilter::named).orElse(ALL),
                        search(call.texts("SearchKeys"), now),
                        any(call.numbers("Status"), instance -> (long) instance.statusAt(now)),
                        number(call, "Type", instance -> instance.stateAt(now).type()),
                        number(
                                call,
                                "TypeVersion",
                                instance -> instance.stateAt(now).isCluster() ? CLUSTER : PRIMARY_REPLICA),
                        one(
                                call,
                                "EngineName",
                                instance -> "Redis-"
                                        + instance.stateAt(now).version().charAt(0) + ".0"),
                        one(
                                call,
                                "AzMode",
                                instance -> instance.stateAt(now).place().multiZone() ? "multiaz" : "singleaz"),
                        any(call.numbers("ProjectIds"), instance ->
                                (long) instance.label().projectId()),
                        any(call.numbers("AutoRenew"), instance -> 0L),
                        any(
                                call.texts("UniqVpcIds"),
                                instance -> instance.stateAt(now).address().vpc()),
                        any(
                                call.texts("UniqSubnetIds"),
                                instance -> instance.stateAt(now).address().subnet()),
                        any(call.texts("ProductVersions"), instance -> InstanceRow.PRODUCT_VERSION),
                        any(call.texts("TagKeys"), instance -> InstanceRow.TAG_KEY),
                        tags(call))
                .filter(part -> part != ALL)
                .reduce(Predicate::and);
    }

    private static Predicate<Instance> one(Call call, String parameter, Function<Instance, String> of) {
        return any(call.text(parameter).filter(text -> !text.isEmpty()).stream().toList(), of);
    }

    private static Predicate<Instance> number(Call call, String parameter, Function<Instance, Integer> of) {
        return any(call.has(parameter) ? List.of(call.number(parameter, 0)) : List.of(), instance ->
                (long) of.apply(instance));
    }

    private static <T> Predicate<Instance> any(Collection<T> wanted, Function<Instance, T> of) {
        return wanted.isEmpty() ? ALL : instance -> wanted.contains(of.apply(instance));
    }

    private static Predicate<Instance> search(List<String> words, long now) {
        return words.isEmpty()
                ? ALL
                : instance -> words.stream()
                        .anyMatch(word -> named(word).test(instance)
                                || word.equals(instance.id())
                                || word.equals(instance.stateAt(now).address().ip()));
    }

    private static Predicate<Instance> named(String part) {
        var lower = part.toLowerCase(Locale.ROOT);
        return instance -> instance.label().name().contains(lower);
    }

    private static Predicate<Instance> tags(Call call) {
        var tags = call.items("InstanceTags");
        return tags.isEmpty()
                ? ALL
                : instance -> tags.stream()
                        .anyMatch(tag -> tag.path("TagKey").asText().equals(InstanceRow.TAG_KEY)
                                && tag.path("TagValue")
                                        .asText()
                                        .equals(instance.label().environment()));
    }

    private static boolean all(Instance instance) {
        return true;
    }
}
