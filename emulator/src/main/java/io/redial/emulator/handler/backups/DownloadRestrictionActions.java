package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.DownloadRestriction;
import io.redial.emulator.cloud.DownloadRestriction.Vpc;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** From where backups may be downloaded. A region has one restriction, and a single download may have its own. */
final class DownloadRestrictionActions {
    private static final String CUSTOM = "Customize";

    /** No document names limits, but a cloud in memory needs them. */
    private static final int MAX_ITEMS = 100;

    private static final int MAX_TEXT = 100;

    private DownloadRestrictionActions() {}

    /** The action DescribeBackupDownloadRestriction. */
    static ObjectNode describe(ActionRequest call, Cloud cloud) {
        var restriction = saved(cloud);
        var answer = Json.object()
                .put("LimitType", restriction.limitType())
                .put("VpcComparisonSymbol", restriction.vpcComparison())
                .put("IpComparisonSymbol", restriction.ipComparison());
        answer.set("LimitVpc", Json.array(restriction.vpcs(), DownloadRestrictionActions::row));
        restriction.ips().forEach(answer.putArray("LimitIp")::add);
        return answer;
    }

    /** The action ModifyBackupDownloadRestriction. */
    static ObjectNode modify(ActionRequest call, Cloud cloud) {
        cloud.resources(DownloadRestriction.class).put(requested(call));
        return Json.object();
    }

    /** What holds for the download that a call asks for. */
    static DownloadRestriction of(ActionRequest call, Cloud cloud) {
        return call.has("LimitType") ? requested(call) : saved(cloud);
    }

    private static DownloadRestriction saved(Cloud cloud) {
        return cloud.resources(DownloadRestriction.class)
                .find(DownloadRestriction.ID)
                .orElse(DownloadRestriction.NONE);
    }

    private static DownloadRestriction requested(ActionRequest call) {
        var type = call.requiredText("LimitType");
        if (!type.equals(CUSTOM)) {
            return DownloadRestriction.NONE.withLimitType(type);
        }
        var vpcs = call.items("LimitVpc").stream()
                .map(DownloadRestrictionActions::vpc)
                .toList();
        var ips = call.texts("LimitIp");
        check(
                "LimitVpc",
                vpcs.stream().flatMap(DownloadRestrictionActions::texts).toList(),
                call);
        check("LimitIp", ips, call);
        return new DownloadRestriction(
                type,
                call.text("VpcComparisonSymbol").orElse(DownloadRestriction.ALLOW_LISTED),
                call.text("IpComparisonSymbol").orElse(DownloadRestriction.ALLOW_LISTED),
                vpcs,
                ips);
    }

    private static void check(String parameter, List<String> texts, ActionRequest call) {
        if (texts.isEmpty()) {
            throw call.error(
                    "The parameter `" + parameter + "` is required when `LimitType` is " + CUSTOM + ".",
                    "InvalidParameter.InvalidParameter");
        }
        if (texts.size() > MAX_ITEMS || texts.stream().anyMatch(text -> text.length() > MAX_TEXT)) {
            throw call.error(
                    "The parameter `" + parameter + "` takes at most " + MAX_ITEMS + " entries of " + MAX_TEXT
                            + " characters.",
                    "InvalidParameter.InvalidParameter");
        }
    }

    private static Stream<String> texts(Vpc vpc) {
        return vpc.ids().isEmpty() ? Stream.of() : Stream.concat(Stream.of(vpc.region()), vpc.ids().stream());
    }

    private static Vpc vpc(JsonNode item) {
        var ids = StreamSupport.stream(item.path("VpcList").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Vpc(item.path("Region").asText(), ids);
    }

    private static ObjectNode row(Vpc vpc) {
        var row = Json.object().put("Region", vpc.region());
        vpc.ids().forEach(row.putArray("VpcList")::add);
        return row;
    }
}
