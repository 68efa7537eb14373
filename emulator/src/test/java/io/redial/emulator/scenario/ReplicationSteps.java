package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.AddReplicationInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.ChangeInstanceRoleRequest;
import com.tencentcloudapi.redis.v20180412.models.ChangeMasterInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.ClearInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.CreateReplicationGroupRequest;
import com.tencentcloudapi.redis.v20180412.models.DeleteReplicationInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeReplicationGroupRequest;
import com.tencentcloudapi.redis.v20180412.models.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Two instances become a replication group, change places and part again. */
record ReplicationSteps(ScenarioContext context, String north, String south) {
    String createGroup() throws TencentCloudSDKException {
        var create = new CreateReplicationGroupRequest();
        create.setInstanceId(north);
        create.setGroupName("twins");
        context.awaitTask(context.sdk().CreateReplicationGroup(create).getTaskId());
        var group = groups()[0];
        assertThat(group.getGroupName()).isEqualTo("twins");

        // whoever joins brings no data
        var clear = new ClearInstanceRequest();
        clear.setInstanceId(south);
        context.awaitTask(context.sdk().ClearInstance(clear).getTaskId());
        var add = new AddReplicationInstanceRequest();
        add.setGroupId(group.getGroupId());
        add.setInstanceId(south);
        add.setInstanceRole("r");
        context.awaitTask(context.sdk().AddReplicationInstance(add).getTaskId());
        assertThat(roles()).containsExactly(north + " rw", south + " r");
        var member = context.sdk().callUnmodeled("DescribeReplicationGroupInstance", Map.of("InstanceId", south));
        assertThat(member.get("GroupId").getAsString()).isEqualTo(group.getGroupId());
        return group.getGroupId();
    }

    void renameGroup(String group) throws TencentCloudSDKException {
        context.sdk().callUnmodeled("ModifyReplicationGroup", Map.of("GroupId", group, "GroupName", "sisters"));
        assertThat(groups()[0].getGroupName()).isEqualTo("sisters");
    }

    void changeRoles(String group) throws TencentCloudSDKException {
        for (var role : new String[] {"rw", "r"}) {
            var change = new ChangeInstanceRoleRequest();
            change.setGroupId(group);
            change.setInstanceId(south);
            change.setInstanceRole(role);
            context.awaitTask(context.sdk().ChangeInstanceRole(change).getTaskId());
            assertThat(roles()).containsExactly(north + " rw", south + " " + role);
        }
        var primary = new ChangeMasterInstanceRequest();
        primary.setGroupId(group);
        primary.setInstanceId(south);
        context.awaitTask(context.sdk().ChangeMasterInstance(primary).getTaskId());
        assertThat(roles()).containsExactly(north + " r", south + " rw");
    }

    void removeGroup(String group) throws TencentCloudSDKException {
        var leave = new DeleteReplicationInstanceRequest();
        leave.setGroupId(group);
        leave.setInstanceId(north);
        leave.setSyncType(true);
        context.awaitTask(
                context.sdk().DeleteReplicationInstance(leave).getTaskId().longValue());
        assertThat(roles()).containsExactly(south + " rw");

        var last = context.sdk()
                .callUnmodeled(
                        "RemoveReplicationInstance", Map.of("GroupId", group, "InstanceId", south, "SyncType", false));
        context.awaitTask(last.get("TaskId").getAsLong());
        assertThat(roles()).isEmpty();
        context.sdk().callUnmodeled("RemoveReplicationGroup", Map.of("GroupId", group));
        assertThat(groups()).isEmpty();
    }

    private List<String> roles() throws TencentCloudSDKException {
        return Arrays.stream(groups()[0].getInstances())
                .map(member -> member.getInstanceId() + " " + member.getRole())
                .toList();
    }

    private Groups[] groups() throws TencentCloudSDKException {
        var request = new DescribeReplicationGroupRequest();
        request.setLimit(20L);
        request.setOffset(0L);
        return context.sdk().DescribeReplicationGroup(request).getGroups();
    }
}
