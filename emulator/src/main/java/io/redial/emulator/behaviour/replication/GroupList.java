package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Ids;
import io.redial.emulator.instance.Membership;
import io.redial.emulator.instance.Network;
import io.redial.emulator.instance.Primary;
import io.redial.emulator.instance.State;
import java.util.stream.Stream;

/** What can be seen of groups. */
final class GroupList {
    private static final long APP_ID = 1_250_000_001L;

    /** The document has no state for a group that nothing is done to; this one is that of a running instance. */
    private static final int IDLE = 2;

    private GroupList() {}

    /** The action DescribeReplicationGroup. Instances that are joining are shown, as the document does. */
    static ObjectNode describe(Call call, Cloud cloud) {
        var page = Page.of(call);
        var found = call.has("GroupId")
                ? Stream.of(Group.named(call, cloud)).toList()
                : Group.all(cloud).toList();
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
    static ObjectNode ofInstance(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var place = Group.place(instance, cloud.now());
        var group = cloud.resources(ReplicationGroup.class)
                .find(place.groupId())
                .orElseThrow(() -> call.refusal(
                        "The instance is in no replication group; AddReplicationInstance adds it to one.",
                        "InvalidParameter.InvalidParameter"));
        return Json.object()
                .put("AppId", APP_ID)
                .put("RegionId", cloud.regionNumber())
                .put("GroupId", group.id())
                .put("GroupName", group.name())
                .put("InstanceRole", place.role());
    }

    private static ObjectNode row(Group group, Cloud cloud) {
        var members = Stream.concat(group.members().stream(), group.joining(cloud).stream())
                .toList();
        var row = Json.object()
                .put("AppId", APP_ID)
                .put("RegionId", cloud.regionNumber())
                .put("GroupId", group.data().id())
                .put("GroupName", group.data().name())
                .put("Status", group.working() ? group.data().step().status() : IDLE)
                .put("InstanceCount", members.size())
                .put("Remark", group.data().remark());
        row.set("Instances", Json.array(members, member -> row(member, cloud)));
        return row;
    }

    private static ObjectNode row(Member member, Cloud cloud) {
        var instance = member.instance();
        var now = cloud.now();
        var state = instance.stateAt(now);
        var row = Json.object()
                .put("AppId", APP_ID)
                .put("InstanceId", instance.id())
                .put("InstanceName", state.label().name())
                .put("RegionId", cloud.regionNumber())
                .put("Status", instance.statusAt(now))
                .put("GrocerySysId", 1_000_000 + Math.floorMod(Ids.hash(instance.id()), 1_000_000L));
        place(row, member.place());
        make(row, state);
        return row;
    }

    private static void place(ObjectNode row, Membership place) {
        row.put("Role", place.role())
                .put("CreateTime", CloudTime.text(place.joined()))
                .put("UpdateTime", CloudTime.text(place.updated()));
    }

    private static void make(ObjectNode row, State state) {
        var memory = state.memory();
        row.put("ProductType", state.type())
                .put("Engine", state.version().equals("3.2") ? "Tencent Cloud CKV" : "Redis Community Edition")
                .put("ZoneId", Primary.zone(state))
                .put("RedisShardSize", memory.shardMb())
                .put("RedisShardNum", memory.shards())
                .put("RedisReplicasNum", memory.replicas())
                .put("DiskSize", 0)
                .put("VpcID", Network.of(state).vpcNumber(state))
                .put("Vip", state.address().ip())
                .put("VPort", state.address().port())
                .put("Vip6", "")
                .put("IPv6", "");
    }
}
