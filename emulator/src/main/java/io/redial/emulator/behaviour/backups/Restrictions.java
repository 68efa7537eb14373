package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.DownloadRestriction;
import io.redial.emulator.cloud.DownloadRestriction.Vpc;
import io.redial.emulator.door.Call;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** From where backups may be downloaded. A region has one restriction, and a single download may have its own. */
final class Restrictions {
    private static final String CUSTOM = "Customize";

    /** No document names limits, but a cloud in memory needs them. */
    private static final int MAX_ITEMS = 100;

    private static final int MAX_TEXT = 100;

    private Restrictions() {}

    /** The action DescribeBackupDownloadRestriction. */
    static ObjectNode describe(Call call, Cloud cloud) {
        var restriction = saved(cloud);
        var answer = Json.object()
                .put("LimitType", restriction.limitType())
                .put("VpcComparisonSymbol", restriction.vpcComparison())
                .put("IpComparisonSymbol", restriction.ipComparison());
        answer.set("LimitVpc", Json.array(restriction.vpcs(), Restrictions::row));
        restriction.ips().forEach(answer.putArray("LimitIp")::add);
        return answer;
    }

    /** The action ModifyBackupDownloadRestriction. */
    static ObjectNode modify(Call call, Cloud cloud) {
        cloud.resources(DownloadRestriction.class).put(asked(call));
        return Json.object();
    }

    /** What holds for the download that a call asks for. */
    static DownloadRestriction of(Call call, Cloud cloud) {
        return call.has("LimitType") ? asked(call) : saved(cloud);
    }

    private static DownloadRestriction saved(Cloud cloud) {
        return cloud.resources(DownloadRestriction.class)
                .find(DownloadRestriction.ID)
                .orElse(DownloadRestriction.NONE);
    }

    private static DownloadRestriction asked(Call call) {
        var type = call.requiredText("LimitType");
        if (!type.equals(CUSTOM)) {
            return DownloadRestriction.NONE.with(type);
        }
        var vpcs = call.items("LimitVpc").stream().map(Restrictions::vpc).toList();
        var ips = call.texts("LimitIp");
        check("LimitVpc", vpcs.stream().flatMap(Restrictions::texts).toList(), call);
        check("LimitIp", ips, call);
        return new DownloadRestriction(
                type,
                call.text("VpcComparisonSymbol").orElse(DownloadRestriction.IN),
                call.text("IpComparisonSymbol").orElse(DownloadRestriction.IN),
                vpcs,
                ips);
    }

    private static void check(String parameter, List<String> texts, Call call) {
        if (texts.isEmpty()) {
            throw call.refusal(
                    "The parameter `" + parameter + "` is required when `LimitType` is " + CUSTOM + ".",
                    "InvalidParameter.InvalidParameter");
        }
        if (texts.size() > MAX_ITEMS || texts.stream().anyMatch(text -> text.length() > MAX_TEXT)) {
            throw call.refusal(
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
