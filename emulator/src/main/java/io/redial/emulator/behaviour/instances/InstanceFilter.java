package io.redial.emulator.behaviour.instances;

import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Dedication;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Network;
import io.redial.emulator.instance.State;
import io.redial.emulator.instance.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
                        one(call, "EngineName", instance -> engine(instance.stateAt(now))),
                        one(
                                call,
                                "AzMode",
                                instance -> instance.stateAt(now).place().multiZone() ? "multiaz" : "singleaz"),
                        any(call.numbers("ProjectIds"), instance ->
                                (long) instance.label().projectId()),
                        any(call.numbers("AutoRenew"), instance -> (long)
                                instance.stateAt(now).feature(Billing.USUAL).autoRenew()),
                        any(
                                call.texts("UniqVpcIds"),
                                instance -> Network.of(instance.stateAt(now)).vpc()),
                        any(
                                call.texts("UniqSubnetIds"),
                                instance -> Network.of(instance.stateAt(now)).subnet()),
                        any(
                                call.texts("ProductVersions"),
                                instance -> instance.stateAt(now)
                                        .feature(Dedication.NONE)
                                        .edition()),
                        keys(call.texts("TagKeys"), now),
                        tags(call, now))
                .filter(part -> part != ALL)
                .reduce(Predicate::and);
    }

    /** The engine as the filter calls it, which leaves minor versions out. */
    private static String engine(State state) {
        if (state.isCkv()) {
            return "CKV";
        }
        var version = state.version();
        return "Redis-" + (version.startsWith("2.") ? version : version.charAt(0) + ".0");
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
        return instance -> instance.label().name().toLowerCase(Locale.ROOT).contains(lower);
    }

    private static Predicate<Instance> keys(List<String> wanted, long now) {
        return wanted.isEmpty()
                ? ALL
                : instance -> Tags.of(instance.stateAt(now)).stream().anyMatch(tag -> wanted.contains(tag.key()));
    }

    private static Predicate<Instance> tags(Call call, long now) {
        var wanted = call.items("InstanceTags").stream()
                .map(tag -> new Tags.Tag(
                        tag.path("TagKey").asText(), tag.path("TagValue").asText()))
                .collect(Collectors.toSet());
        return wanted.isEmpty()
                ? ALL
                : instance -> Tags.of(instance.stateAt(now)).stream().anyMatch(wanted::contains);
    }

    private static boolean all(Instance instance) {
        return true;
    }
}
