package io.redial.emulator.handler.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.ReservedAddresses;
import io.redial.emulator.instance.ReservedAddresses.Reservation;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Gives an instance another address, subnet or port. The address that it leaves can be kept for some days. */
final class ModifyNetworkConfig implements ActionHandler {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_ID = 128;

    private static final Pattern IP = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var before = NetworkEndpoint.of(instance.stateAt(cloud.now()));
        var after = after(call, cloud, instance, before);
        var until = cloud.now() + TimeUnit.DAYS.toMillis(call.number("Recycle", 0));
        return TaskStarter.start(call, cloud, instance, state -> moved(state, after, until))
                .put("Status", true)
                .put("SubnetId", after.network().subnet())
                .put("VpcId", after.network().vpc())
                .put("Vip", after.address().ip());
    }

    private static NetworkEndpoint after(
            ActionRequest call, Cloud cloud, EmulatedInstance instance, NetworkEndpoint before) {
        return switch (call.requiredText("Operation")) {
            case "changeVip" -> {
                var after = before.withIpAndPort(ip(call), port(call));
                if (AddressUsage.isTaken(after, instance.id(), cloud)) {
                    throw call.error(
                            "The address in parameter `Vip` belongs to another instance of the VPC, or is kept for one.",
                            "InvalidParameterValue.CheckNotPass");
                }
                yield after;
            }
            case "changeVPort" -> before.withIpAndPort(before.address().ip(), port(call));
            case "changeVpc" -> AddressUsage.findFree(before.withNetwork(network(call)), instance.id(), cloud);
            default -> {
                if (!before.network().isClassic()) {
                    throw call.error(
                            "The instance is in a VPC already; use the operation changeVpc.",
                            "InvalidParameter.NotSupported");
                }
                yield AddressUsage.findFree(before.withNetwork(network(call)), instance.id(), cloud);
            }
        };
    }

    private static String ip(ActionRequest call) {
        var ip = needed(call, "Vip");
        if (!IP.matcher(ip).matches()) {
            throw call.error("The value of parameter `Vip` must be an IPv4 address.", "InvalidParameter");
        }
        return ip;
    }

    private static InstanceNetwork network(ActionRequest call) {
        return new InstanceNetwork(needed(call, "VpcId"), needed(call, "SubnetId"));
    }

    private static int port(ActionRequest call) {
        needed(call, "VPort");
        return (int) call.number("VPort", Address.DEFAULT_PORT);
    }

    private static String needed(ActionRequest call, String parameter) {
        var value = call.text(parameter).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(call, parameter));
        if (value.length() > MAX_ID) {
            throw call.error(
                    "The value of parameter `" + parameter + "` is longer than " + MAX_ID + " characters.",
                    "InvalidParameter");
        }
        return value;
    }

    private static ApiError missing(ActionRequest call, String parameter) {
        return call.error(
                "The operation " + call.requiredText("Operation") + " needs the parameter `" + parameter + "`.",
                "MissingParameter");
    }

    private static InstanceState moved(InstanceState state, NetworkEndpoint after, long until) {
        var left = NetworkEndpoint.of(state);
        var moved = after.applyTo(state);
        return left.hasSameIp(after)
                ? moved
                : moved.with(state.feature(ReservedAddresses.DEFAULT)
                        .withReservation(new Reservation(
                                left.network().vpc(), left.address().ip(), until)));
    }
}
