package io.redial.emulator.handler.network;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.ReservedAddresses;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which addresses of a VPC an instance cannot have: those of others, now or soon, and those that are kept for others. */
final class AddressUsage {
    private static final int HOSTS = 65_536;

    private AddressUsage() {}

    static boolean isTaken(NetworkEndpoint wanted, String instanceId, Cloud cloud) {
        var ip = wanted.address().ip();
        return !taken(wanted.network().vpc(), ip::equals, instanceId, cloud).isEmpty();
    }

    /** An address in the network of this one, as a subnet would give it out. */
    static NetworkEndpoint findFree(NetworkEndpoint wanted, String instanceId, Cloud cloud) {
        var prefix = "172." + (16 + Math.floorMod(wanted.network().subnet().hashCode(), 16)) + ".";
        var taken = taken(wanted.network().vpc(), ip -> ip.startsWith(prefix), instanceId, cloud);
        var first = Math.floorMod(instanceId.hashCode(), HOSTS);
        return IntStream.range(first, first + HOSTS)
                .map(host -> host % HOSTS)
                .mapToObj(host -> prefix + (host >> 8) + "." + (host & 255))
                .filter(ip -> !taken.contains(ip))
                .findFirst()
                .map(wanted::withIp)
                .orElse(wanted);
    }

    /** Addresses of such a kind that are taken. All instances are asked, so each is asked for little. */
    private static Set<String> taken(String vpc, Predicate<String> like, String instanceId, Cloud cloud) {
        var now = cloud.now();
        var taken = new HashSet<String>();
        for (var one : cloud.oldestFirst()) {
            if (!one.id().equals(instanceId)) {
                collectAddresses(one.stateAt(now), vpc, like, now, taken);
                var change = one.change();
                if (change != null && one.isBusyAt(now)) {
                    collectAddresses(change.state(), vpc, like, now, taken);
                }
            }
        }
        return taken;
    }

    private static void collectAddresses(
            InstanceState state, String vpc, Predicate<String> like, long now, Set<String> taken) {
        var own = state.address().ip();
        if (like.test(own) && InstanceNetwork.of(state).vpc().equals(vpc)) {
            taken.add(own);
        }
        if (!state.features().isEmpty()) {
            state.feature(ReservedAddresses.DEFAULT)
                    .reservedIn(vpc, now)
                    .filter(like)
                    .forEach(taken::add);
        }
    }
}
