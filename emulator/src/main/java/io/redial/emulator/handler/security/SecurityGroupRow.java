package io.redial.emulator.handler.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.handler.Json;

/** A security group as answers show it, which they do in two ways. */
final class SecurityGroupRow {
    private SecurityGroupRow() {}

    /** As {@code SecurityGroupDetail}. */
    static ObjectNode detail(PredefinedSecurityGroup group) {
        var row = head(group);
        row.set("InboundRule", Json.array(group.inbound(), SecurityGroupRow::ruleDetail));
        row.set("OutboundRule", Json.array(group.outbound(), SecurityGroupRow::ruleDetail));
        return row;
    }

    /** As {@code SecurityGroup}. */
    static ObjectNode full(PredefinedSecurityGroup group) {
        var row = head(group);
        row.set("Inbound", Json.array(group.inbound(), SecurityGroupRow::rule));
        row.set("Outbound", Json.array(group.outbound(), SecurityGroupRow::rule));
        return row;
    }

    private static ObjectNode head(PredefinedSecurityGroup group) {
        return Json.object()
                .put("ProjectId", group.projectId())
                .put("CreateTime", group.created())
                .put("SecurityGroupId", group.id())
                .put("SecurityGroupName", group.name())
                .put("SecurityGroupRemark", group.remark());
    }

    private static ObjectNode ruleDetail(SecurityGroupRule rule) {
        return Json.object()
                .put("Action", rule.action())
                .put("Ip", rule.cidr())
                .put("Port", rule.port())
                .put("Proto", rule.protocol());
    }

    private static ObjectNode rule(SecurityGroupRule rule) {
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
