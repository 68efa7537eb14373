package io.redial.emulator.behaviour.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.KeptAddresses;
import io.redial.emulator.instance.KeptAddresses.Kept;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Network;
import io.redial.emulator.instance.State;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Gives an instance another address, subnet or port. The address that it leaves can be kept for some days. */
final class ModifyNetworkConfig implements Behaviour {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_ID = 128;

    private static final Pattern IP = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var before = Spot.of(instance.stateAt(cloud.now()));
        var after = after(call, cloud, instance, before);
        var until = cloud.now() + TimeUnit.DAYS.toMillis(call.number("Recycle", 0));
        return Work.start(call, cloud, instance, state -> moved(state, after, until))
                .put("Status", true)
                .put("SubnetId", after.network().subnet())
                .put("VpcId", after.network().vpc())
                .put("Vip", after.address().ip());
    }

    private static Spot after(Call call, Cloud cloud, Instance instance, Spot before) {
        return switch (call.requiredText("Operation")) {
            case "changeVip" -> {
                var after = before.on(ip(call), port(call));
                if (AddressUsage.isTaken(after, instance.id(), cloud)) {
                    throw call.refusal(
                            "The address in parameter `Vip` belongs to another instance of the VPC, or is kept for one.",
                            "InvalidParameterValue.CheckNotPass");
                }
                yield after;
            }
            case "changeVPort" -> before.on(before.address().ip(), port(call));
            case "changeVpc" -> AddressUsage.free(before.in(network(call)), instance.id(), cloud);
            default -> {
                if (!before.network().isClassic()) {
                    throw call.refusal(
                            "The instance is in a VPC already; use the operation changeVpc.",
                            "InvalidParameter.NotSupported");
                }
                yield AddressUsage.free(before.in(network(call)), instance.id(), cloud);
            }
        };
    }

    private static String ip(Call call) {
        var ip = needed(call, "Vip");
        if (!IP.matcher(ip).matches()) {
            throw call.refusal("The value of parameter `Vip` must be an IPv4 address.", "InvalidParameter");
        }
        return ip;
    }

    private static Network network(Call call) {
        return new Network(needed(call, "VpcId"), needed(call, "SubnetId"));
    }

    private static int port(Call call) {
        needed(call, "VPort");
        return (int) call.number("VPort", Address.USUAL_PORT);
    }

    private static String needed(Call call, String parameter) {
        var value = call.text(parameter).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(call, parameter));
        if (value.length() > MAX_ID) {
            throw call.refusal(
                    "The value of parameter `" + parameter + "` is longer than " + MAX_ID + " characters.",
                    "InvalidParameter");
        }
        return value;
    }

    private static Refusal missing(Call call, String parameter) {
        return call.refusal(
                "The operation " + call.requiredText("Operation") + " needs the parameter `" + parameter + "`.",
                "MissingParameter");
    }

    private static State moved(State state, Spot after, long until) {
        var left = Spot.of(state);
        var moved = after.give(state);
        return left.sharesAddress(after)
                ? moved
                : moved.with(state.feature(KeptAddresses.USUAL)
                        .and(new Kept(left.network().vpc(), left.address().ip(), until)));
    }
}
