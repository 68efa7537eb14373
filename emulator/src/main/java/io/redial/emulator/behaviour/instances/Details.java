package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Network;
import io.redial.emulator.instance.Nodes;
import io.redial.emulator.instance.Place;
import io.redial.emulator.instance.SecurityGroups;
import io.redial.emulator.instance.State;
import io.redial.emulator.instance.Tags;
import io.redial.emulator.instance.Tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** What CreateInstances and CloneInstances say of new instances beside their size. Networks and groups need not exist. */
final class Details {
    /** No document names these limits, but a cloud in memory needs some. */
    private static final int MAX_TAGS = 50;

    private static final int MAX_TEXT = 255;

    private Details() {}

    static UnaryOperator<State> of(Call call, Cloud cloud, int replicas) {
        var network = network(call);
        var port = (int) call.number("VPort", Address.USUAL_PORT);
        var tags = tags(call);
        var groups = groups(call);
        var zones = Zones.ofNew(call, replicas);
        var billing = billing(call, cloud);
        return state -> placed(state, zones)
                .with(network)
                .with(new Address(state.address().network(), state.address().ip(), port))
                .with(tags)
                .with(groups)
                .with(billing);
    }

    private static State placed(State state, List<Integer> zones) {
        if (zones.isEmpty()) {
            return state;
        }
        var scattered = new HashSet<>(zones).size() > 1;
        return state.with(new Place(zones.get(0), scattered)).with(new Nodes(zones, Nodes.USUAL.readsLocally()));
    }

    private static Network network(Call call) {
        var vpc = checked(call.text("VpcId").orElse(""), "VpcId", call);
        if (vpc.isEmpty()) {
            if (call.parameters().path("NoAuth").booleanValue()) {
                throw call.refusal(
                        "Only instances in a VPC can be password-free; give `VpcId` and `SubnetId`, or a password.",
                        "InvalidParameterValue.BaseNetWorkAccessDeny",
                        "InvalidParameterValue");
            }
            return Network.CLASSIC;
        }
        var subnet = checked(call.text("SubnetId").orElse(""), "SubnetId", call);
        if (subnet.isEmpty()) {
            throw call.refusal(
                    "An instance in a VPC needs a subnet of it; give `SubnetId`.",
                    "InvalidParameterValue.InvalidSubnetId",
                    "InvalidParameterValue");
        }
        return new Network(vpc, subnet);
    }

    private static Tags tags(Call call) {
        var tags = call.items("ResourceTags");
        if (tags.size() > MAX_TAGS) {
            throw tooMany("ResourceTags", MAX_TAGS, call);
        }
        return new Tags(tags.stream()
                .map(tag -> new Tag(text(tag, "TagKey", call), text(tag, "TagValue", call)))
                .toList());
    }

    private static SecurityGroups groups(Call call) {
        var ids = call.texts("SecurityGroupIdList").stream().distinct().toList();
        if (ids.size() > SecurityGroups.MAX) {
            throw tooMany("SecurityGroupIdList", SecurityGroups.MAX, call);
        }
        ids.forEach(id -> checked(id, "SecurityGroupIdList", call));
        return ids.isEmpty() ? SecurityGroups.USUAL : new SecurityGroups(ids);
    }

    private static Billing billing(Call call, Cloud cloud) {
        var flag = (int) call.number("AutoRenew", 0);
        return call.number("BillingMode", Billing.AS_YOU_GO) == Billing.MONTHLY
                ? Billing.monthly(cloud.now(), (int) call.number("Period", 1), flag)
                : Billing.USUAL.flagged(flag);
    }

    private static RuntimeException tooMany(String parameter, int most, Call call) {
        return call.refusal(
                "The parameter `" + parameter + "` takes at most " + most + " elements.", "InvalidParameterValue");
    }

    private static String text(JsonNode tag, String field, Call call) {
        return checked(tag.path(field).asText(), "ResourceTags.N." + field, call);
    }

    private static String checked(String text, String parameter, Call call) {
        if (text.length() > MAX_TEXT) {
            throw call.refusal(
                    "The value of parameter `" + parameter + "` has more than " + MAX_TEXT + " characters.",
                    "InvalidParameterValue");
        }
        return text;
    }
}
