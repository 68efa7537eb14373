package io.redial.emulator.handler.instances;

import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.DedicatedCluster;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Tags;
import io.redial.emulator.protocol.ActionRequest;
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
    private static final Predicate<EmulatedInstance> ALL = InstanceFilter::all;

    private InstanceFilter() {}

    /** Empty if the call wants them all. */
    static Optional<Predicate<EmulatedInstance>> of(ActionRequest call, long now) {
        return Stream.of(
                        one(call, "InstanceId", EmulatedInstance::id),
                        any(call.texts("InstanceIds"), EmulatedInstance::id),
                        one(
                                call,
                                "InstanceName",
                                instance -> instance.metadata().name()),
                        call.text("SearchKey").map(InstanceFilter::nameContains).orElse(ALL),
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
                                instance -> instance.stateAt(now).placement().multiZone() ? "multiaz" : "singleaz"),
                        any(call.numbers("ProjectIds"), instance ->
                                (long) instance.metadata().projectId()),
                        any(call.numbers("AutoRenew"), instance -> (long)
                                instance.stateAt(now).feature(Billing.DEFAULT).autoRenew()),
                        any(
                                call.texts("UniqVpcIds"),
                                instance -> InstanceNetwork.of(instance.stateAt(now))
                                        .vpc()),
                        any(
                                call.texts("UniqSubnetIds"),
                                instance -> InstanceNetwork.of(instance.stateAt(now))
                                        .subnet()),
                        any(
                                call.texts("ProductVersions"),
                                instance -> instance.stateAt(now)
                                        .feature(DedicatedCluster.NONE)
                                        .edition()),
                        keys(call.texts("TagKeys"), now),
                        tags(call, now))
                .filter(part -> part != ALL)
                .reduce(Predicate::and);
    }

    /** The engine as the filter calls it, which leaves minor versions out. */
    private static String engine(InstanceState state) {
        if (state.isCkv()) {
            return "CKV";
        }
        var version = state.version();
        return "Redis-" + (version.startsWith("2.") ? version : version.charAt(0) + ".0");
    }

    private static Predicate<EmulatedInstance> one(
            ActionRequest call, String parameter, Function<EmulatedInstance, String> of) {
        return any(call.text(parameter).filter(text -> !text.isEmpty()).stream().toList(), of);
    }

    private static Predicate<EmulatedInstance> number(
            ActionRequest call, String parameter, Function<EmulatedInstance, Integer> of) {
        return any(call.has(parameter) ? List.of(call.number(parameter, 0)) : List.of(), instance ->
                (long) of.apply(instance));
    }

    private static <T> Predicate<EmulatedInstance> any(Collection<T> wanted, Function<EmulatedInstance, T> of) {
        return wanted.isEmpty() ? ALL : instance -> wanted.contains(of.apply(instance));
    }

    private static Predicate<EmulatedInstance> search(List<String> words, long now) {
        return words.isEmpty()
                ? ALL
                : instance -> words.stream()
                        .anyMatch(word -> nameContains(word).test(instance)
                                || word.equals(instance.id())
                                || word.equals(instance.stateAt(now).address().ip()));
    }

    private static Predicate<EmulatedInstance> nameContains(String part) {
        var lower = part.toLowerCase(Locale.ROOT);
        return instance -> instance.metadata().name().toLowerCase(Locale.ROOT).contains(lower);
    }

    private static Predicate<EmulatedInstance> keys(List<String> wanted, long now) {
        return wanted.isEmpty()
                ? ALL
                : instance -> Tags.of(instance.stateAt(now)).stream().anyMatch(tag -> wanted.contains(tag.key()));
    }

    private static Predicate<EmulatedInstance> tags(ActionRequest call, long now) {
        var wanted = call.items("InstanceTags").stream()
                .map(tag -> new Tags.Tag(
                        tag.path("TagKey").asText(), tag.path("TagValue").asText()))
                .collect(Collectors.toSet());
        return wanted.isEmpty()
                ? ALL
                : instance -> Tags.of(instance.stateAt(now)).stream().anyMatch(wanted::contains);
    }

    private static boolean all(EmulatedInstance instance) {
        return true;
    }
}
