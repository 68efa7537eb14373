package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;
import java.util.stream.Stream;

/** What can be seen of groups. */
final class ReplicationGroupListActions {
    private static final long APP_ID = 1_250_000_001L;

    /** The document has no state for a group that nothing is done to; this one is that of a running instance. */
    private static final int IDLE = 2;

    private ReplicationGroupListActions() {}

    /** The action DescribeReplicationGroup. Instances that are joining are shown, as the document does. */
    static ObjectNode describe(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var found = call.has("GroupId")
                ? Stream.of(ReplicationGroupView.require(call, cloud)).toList()
                : ReplicationGroupView.all(cloud).toList();
        var word = call.text("SearchKey").orElse("");
        var wanted = found.stream()
                .filter(group ->
                        group.data().id().contains(word) || group.data().name().contains(word))
                .toList();
        var answer = Json.object().put("TotalCount", wanted.size());
        answer.set("Groups", Json.array(page.of(wanted), group -> row(group, cloud)));
        return answer;
    }

    /** The action DescribeReplicationGroupInstance. */
    static ObjectNode ofInstance(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var place = ReplicationGroupView.membershipOf(instance, cloud.now());
        var group = cloud.resources(ReplicationGroup.class)
                .find(place.groupId())
                .orElseThrow(() -> call.error(
                        "The instance is in no replication group; AddReplicationInstance adds it to one.",
                        "InvalidParameter.InvalidParameter"));
        return Json.object()
                .put("AppId", APP_ID)
                .put("RegionId", cloud.regionNumber())
                .put("GroupId", group.id())
                .put("GroupName", group.name())
                .put("InstanceRole", place.role());
    }

    private static ObjectNode row(ReplicationGroupView group, Cloud cloud) {
        var members = Stream.concat(group.members().stream(), group.joiningMember(cloud).stream())
                .toList();
        var row = Json.object()
                .put("AppId", APP_ID)
                .put("RegionId", cloud.regionNumber())
                .put("GroupId", group.data().id())
                .put("GroupName", group.data().name())
                .put("Status", group.busy() ? group.data().operation().status() : IDLE)
                .put("InstanceCount", members.size())
                .put("Remark", group.data().remark());
        row.set("Instances", Json.array(members, member -> row(member, cloud)));
        return row;
    }

    private static ObjectNode row(GroupMember member, Cloud cloud) {
        var instance = member.instance();
        var now = cloud.now();
        var state = instance.stateAt(now);
        var row = Json.object()
                .put("AppId", APP_ID)
                .put("InstanceId", instance.id())
                .put("InstanceName", state.metadata().name())
                .put("RegionId", cloud.regionNumber())
                .put("Status", instance.statusAt(now))
                .put("GrocerySysId", 1_000_000 + Math.floorMod(IdGenerator.hash(instance.id()), 1_000_000L));
        membershipFields(row, member.membership());
        engineFields(row, state);
        return row;
    }

    private static void membershipFields(ObjectNode row, GroupMembership place) {
        row.put("Role", place.role())
                .put("CreateTime", ApiTime.format(place.joined()))
                .put("UpdateTime", ApiTime.format(place.updated()));
    }

    private static void engineFields(ObjectNode row, InstanceState state) {
        var memory = state.memory();
        row.put("ProductType", state.type())
                .put("Engine", state.version().equals("3.2") ? "Tencent Cloud CKV" : "Redis Community Edition")
                .put("ZoneId", PrimaryNode.zone(state))
                .put("RedisShardSize", memory.shardMb())
                .put("RedisShardNum", memory.shards())
                .put("RedisReplicasNum", memory.replicas())
                .put("DiskSize", 0)
                .put("VpcID", InstanceNetwork.of(state).vpcNumber(state))
                .put("Vip", state.address().ip())
                .put("VPort", state.address().port())
                .put("Vip6", "")
                .put("IPv6", "");
    }
}
