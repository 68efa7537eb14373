package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.ChangeReplicaToMasterRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceZoneInfoRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeMaintenanceWindowRequest;
import com.tencentcloudapi.redis.v20180412.models.InquiryPriceUpgradeInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyMaintenanceWindowRequest;
import com.tencentcloudapi.redis.v20180412.models.RedisNodeInfo;
import com.tencentcloudapi.redis.v20180412.models.UpgradeInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.UpgradeInstanceVersionRequest;
import com.tencentcloudapi.redis.v20180412.models.UpgradeSmallVersionRequest;
import com.tencentcloudapi.redis.v20180412.models.UpgradeVersionToMultiAvailabilityZonesRequest;
import java.util.stream.Stream;

/** Instances get another name, grow, become newer and spread over zones. */
record UpgradeSteps(ScenarioContext context) {
    void rename(String id, String name) throws TencentCloudSDKException {
        var request = new ModifyInstanceRequest();
        request.setOperation("rename");
        request.setInstanceIds(new String[] {id});
        request.setInstanceNames(new String[] {name});
        context.sdk().ModifyInstance(request);
        assertThat(context.row(id).getInstanceName()).isEqualTo(name);
    }

    void increaseMemory(String id) throws TencentCloudSDKException {
        var inquiry = new InquiryPriceUpgradeInstanceRequest();
        inquiry.setInstanceId(id);
        inquiry.setMemSize(4096L);
        var price = context.sdk().InquiryPriceUpgradeInstance(inquiry).getPrice();

        var request = new UpgradeInstanceRequest();
        request.setInstanceId(id);
        request.setMemSize(4096L);
        var deal = context.sdk().UpgradeInstance(request).getDealId();
        assertThat(context.row(id).getRedisShardSize()).isEqualTo(2048);
        assertThat(context.awaitOrder(deal).getPrice().floatValue()).isEqualTo(price);
        assertThat(context.row(id).getRedisShardSize()).isEqualTo(4096);
        assertThat(context.row(id).getStatus()).isEqualTo(2);
    }

    void addReplicas(String id) throws TencentCloudSDKException {
        var request = new UpgradeInstanceRequest();
        request.setInstanceId(id);
        request.setMemSize(4096L);
        request.setRedisReplicasNum(2L);
        context.awaitOrder(context.sdk().UpgradeInstance(request).getDealId());
        assertThat(context.row(id).getRedisReplicasNum()).isEqualTo(2);
    }

    void addShards(String id) throws TencentCloudSDKException {
        var request = new UpgradeInstanceRequest();
        request.setInstanceId(id);
        request.setMemSize(2048L);
        request.setRedisShardNum(5L);
        context.awaitOrder(context.sdk().UpgradeInstance(request).getDealId());
        assertThat(context.row(id).getRedisShardNum()).isEqualTo(5);
        assertThat(new PurchaseSteps(context).shardCount(id)).isEqualTo(5);
    }

    void upgradeVersion(String id) throws TencentCloudSDKException {
        var request = new UpgradeInstanceVersionRequest();
        request.setInstanceId(id);
        request.setTargetInstanceType("17");
        request.setSwitchOption(2L);
        context.awaitOrder(context.sdk().UpgradeInstanceVersion(request).getDealId());
        assertThat(context.row(id).getType()).isEqualTo(17);

        var patch = new UpgradeSmallVersionRequest();
        patch.setInstanceId(id);
        patch.setCurrentRedisVersion(context.row(id).getCurrentRedisVersion());
        patch.setUpgradeRedisVersion("9.9.9");
        patch.setInstanceTypeUpgradeNow(1L);
        context.awaitTask(context.sdk().UpgradeSmallVersion(patch).getFlowId());
        assertThat(context.row(id).getCurrentRedisVersion()).isEqualTo("9.9.9");
    }

    void enableMultipleZones(String id) throws TencentCloudSDKException {
        assertThat(context.row(id).getNodeSet()).isNullOrEmpty();
        var request = new UpgradeVersionToMultiAvailabilityZonesRequest();
        request.setInstanceId(id);
        request.setUpgradeProxyAndRedisServer(true);
        context.awaitTask(
                context.sdk().UpgradeVersionToMultiAvailabilityZones(request).getFlowId());
        var nodes = context.row(id).getNodeSet();
        assertThat(nodes).hasSize(3);
        var zones = new DescribeInstanceZoneInfoRequest();
        zones.setInstanceId(id);
        assertThat(context.sdk().DescribeInstanceZoneInfo(zones).getReplicaGroups())
                .hasSize(3);

        var promotion = new ChangeReplicaToMasterRequest();
        promotion.setInstanceId(id);
        promotion.setGroupId(nodes[2].getNodeId());
        context.awaitTask(context.sdk().ChangeReplicaToMaster(promotion).getTaskId());
        assertThat(Stream.of(context.row(id).getNodeSet()).filter(node -> node.getNodeType() == 0))
                .extracting(RedisNodeInfo::getNodeId)
                .containsExactly(nodes[2].getNodeId());
    }

    void setMaintenanceWindow(String id) throws TencentCloudSDKException {
        var request = new ModifyMaintenanceWindowRequest();
        request.setInstanceId(id);
        request.setStartTime("12:00");
        request.setEndTime("13:30");
        assertThat(context.sdk().ModifyMaintenanceWindow(request).getStatus()).isEqualTo("success");
        var look = new DescribeMaintenanceWindowRequest();
        look.setInstanceId(id);
        var window = context.sdk().DescribeMaintenanceWindow(look);
        assertThat(window.getStartTime() + "-" + window.getEndTime()).isEqualTo("12:00-13:30");
    }
}
