package io.redial.emulator.behaviour.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;

/** A security group as answers show it, which they do in two ways. */
final class GroupRow {
    private GroupRow() {}

    /** As {@code SecurityGroupDetail}. */
    static ObjectNode detail(Group group) {
        var row = head(group);
        row.set("InboundRule", Json.array(group.inbound(), GroupRow::ruleDetail));
        row.set("OutboundRule", Json.array(group.outbound(), GroupRow::ruleDetail));
        return row;
    }

    /** As {@code SecurityGroup}. */
    static ObjectNode full(Group group) {
        var row = head(group);
        row.set("Inbound", Json.array(group.inbound(), GroupRow::rule));
        row.set("Outbound", Json.array(group.outbound(), GroupRow::rule));
        return row;
    }

    private static ObjectNode head(Group group) {
        return Json.object()
                .put("ProjectId", group.projectId())
                .put("CreateTime", group.created())
                .put("SecurityGroupId", group.id())
                .put("SecurityGroupName", group.name())
                .put("SecurityGroupRemark", group.remark());
    }

    private static ObjectNode ruleDetail(Rule rule) {
        return Json.object()
                .put("Action", rule.action())
                .put("Ip", rule.cidr())
                .put("Port", rule.port())
                .put("Proto", rule.protocol());
    }

    private static ObjectNode rule(Rule rule) {
        return Json.object()
                .put("Action", rule.action())
                .put("AddressModule", "")
                .put("CidrIp", rule.cidr())
                .put("Desc", rule.note())
                .put("IpProtocol", rule.protocol())
                .put("PortRange", rule.port())
                .put("ServiceModule", "")
                .put("Id", "");
    }
}
