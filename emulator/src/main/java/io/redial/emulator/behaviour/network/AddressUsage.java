package io.redial.emulator.behaviour.network;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.KeptAddresses;
import io.redial.emulator.instance.State;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which addresses of a VPC an instance cannot have: those of others, now or soon, and those that are kept for others. */
final class AddressUsage {
    private static final int HOSTS = 65_536;

    private AddressUsage() {}

    static boolean isTaken(Spot wanted, String instanceId, Cloud cloud) {
        return taken(wanted.network().vpc(), instanceId, cloud)
                .anyMatch(wanted.address().ip()::equals);
    }

    /** An address in the network of this one, as a subnet would give it out. */
    static Spot free(Spot wanted, String instanceId, Cloud cloud) {
        var taken = taken(wanted.network().vpc(), instanceId, cloud).collect(Collectors.toSet());
        var subnet = 16 + Math.floorMod(wanted.network().subnet().hashCode(), 16);
        var first = Math.floorMod(instanceId.hashCode(), HOSTS);
        return IntStream.range(first, first + HOSTS)
                .map(host -> host % HOSTS)
                .mapToObj(host -> "172." + subnet + "." + (host >> 8) + "." + (host & 255))
                .filter(ip -> !taken.contains(ip))
                .findFirst()
                .map(wanted::at)
                .orElse(wanted);
    }

    private static Stream<String> taken(String vpc, String instanceId, Cloud cloud) {
        var now = cloud.now();
        return cloud.oldestFirst().stream()
                .filter(one -> !one.id().equals(instanceId))
                .flatMap(one -> states(one, now).stream())
                .flatMap(state -> held(state, vpc, now));
    }

    /** What an instance is like, and what it will be like. */
    private static Set<State> states(Instance one, long now) {
        var change = one.change();
        var state = one.stateAt(now);
        return change == null || change.state().equals(state) ? Set.of(state) : Set.of(state, change.state());
    }

    private static Stream<String> held(State state, String vpc, long now) {
        var own = Stream.of(Spot.of(state))
                .filter(spot -> spot.network().vpc().equals(vpc))
                .map(spot -> spot.address().ip());
        var kept = state.feature(KeptAddresses.USUAL).in(vpc, now);
        return Stream.concat(own, kept);
    }
}
