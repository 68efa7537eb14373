package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.Address;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.NodePlacement;
import io.redial.emulator.instance.Placement;
import io.redial.emulator.instance.SecurityGroups;
import io.redial.emulator.instance.Tags;
import io.redial.emulator.instance.Tags.Tag;
import io.redial.emulator.protocol.ActionRequest;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** What CreateInstances and CloneInstances say of new instances beside their size. Networks and groups need not exist. */
final class NewInstanceOptions {
    /** No document names these limits, but a cloud in memory needs some. */
    private static final int MAX_TAGS = 50;

    private static final int MAX_TEXT = 255;

    private NewInstanceOptions() {}

    static UnaryOperator<InstanceState> of(ActionRequest call, Cloud cloud, int replicas) {
        var network = network(call);
        var port = (int) call.number("VPort", Address.DEFAULT_PORT);
        var tags = tags(call);
        var groups = groups(call);
        var zones = ZoneParameters.zonesOfNewNodes(call, replicas);
        var billing = billing(call, cloud);
        return state -> placed(state, zones)
                .with(network)
                .with(new Address(
                        state.address().networkNumber(), state.address().ip(), port))
                .with(tags)
                .with(groups)
                .with(billing);
    }

    private static InstanceState placed(InstanceState state, List<Integer> zones) {
        if (zones.isEmpty()) {
            return state;
        }
        var scattered = new HashSet<>(zones).size() > 1;
        return state.with(new Placement(zones.get(0), scattered))
                .with(new NodePlacement(zones, NodePlacement.DEFAULT.localReads()));
    }

    private static InstanceNetwork network(ActionRequest call) {
        var vpc = requireShort(call.text("VpcId").orElse(""), "VpcId", call);
        if (vpc.isEmpty()) {
            if (call.parameters().path("NoAuth").booleanValue()) {
                throw call.error(
                        "Only instances in a VPC can be password-free; give `VpcId` and `SubnetId`, or a password.",
                        "InvalidParameterValue.BaseNetWorkAccessDeny",
                        "InvalidParameterValue");
            }
            return InstanceNetwork.CLASSIC;
        }
        var subnet = requireShort(call.text("SubnetId").orElse(""), "SubnetId", call);
        if (subnet.isEmpty()) {
            throw call.error(
                    "An instance in a VPC needs a subnet of it; give `SubnetId`.",
                    "InvalidParameterValue.InvalidSubnetId",
                    "InvalidParameterValue");
        }
        return new InstanceNetwork(vpc, subnet);
    }

    private static Tags tags(ActionRequest call) {
        var tags = call.items("ResourceTags");
        if (tags.size() > MAX_TAGS) {
            throw tooMany("ResourceTags", MAX_TAGS, call);
        }
        return new Tags(tags.stream()
                .map(tag -> new Tag(text(tag, "TagKey", call), text(tag, "TagValue", call)))
                .toList());
    }

    private static SecurityGroups groups(ActionRequest call) {
        var ids = call.texts("SecurityGroupIdList").stream().distinct().toList();
        if (ids.size() > SecurityGroups.MAX_GROUPS) {
            throw tooMany("SecurityGroupIdList", SecurityGroups.MAX_GROUPS, call);
        }
        ids.forEach(id -> requireShort(id, "SecurityGroupIdList", call));
        return ids.isEmpty() ? SecurityGroups.DEFAULT : new SecurityGroups(ids);
    }

    private static Billing billing(ActionRequest call, Cloud cloud) {
        var flag = (int) call.number("AutoRenew", 0);
        return call.number("BillingMode", Billing.PAY_AS_YOU_GO) == Billing.MONTHLY
                ? Billing.monthly(cloud.now(), (int) call.number("Period", 1), flag)
                : Billing.DEFAULT.withAutoRenew(flag);
    }

    private static RuntimeException tooMany(String parameter, int most, ActionRequest call) {
        return call.error(
                "The parameter `" + parameter + "` takes at most " + most + " elements.", "InvalidParameterValue");
    }

    private static String text(JsonNode tag, String field, ActionRequest call) {
        return requireShort(tag.path(field).asText(), "ResourceTags.N." + field, call);
    }

    private static String requireShort(String text, String parameter, ActionRequest call) {
        if (text.length() > MAX_TEXT) {
            throw call.error(
                    "The value of parameter `" + parameter + "` has more than " + MAX_TEXT + " characters.",
                    "InvalidParameterValue");
        }
        return text;
    }
}
