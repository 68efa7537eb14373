package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.AllocateWanAddressRequest;
import com.tencentcloudapi.redis.v20180412.models.CloseSSLRequest;
import com.tencentcloudapi.redis.v20180412.models.DisableReplicaReadonlyRequest;
import com.tencentcloudapi.redis.v20180412.models.EnableReplicaReadonlyRequest;
import com.tencentcloudapi.redis.v20180412.models.KillMasterGroupRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyConnectionConfigRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyInstanceReadOnlyRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyNetworkConfigRequest;
import com.tencentcloudapi.redis.v20180412.models.OpenSSLRequest;
import com.tencentcloudapi.redis.v20180412.models.RedisNodeInfo;
import com.tencentcloudapi.redis.v20180412.models.ReleaseWanAddressRequest;
import com.tencentcloudapi.redis.v20180412.models.SwitchInstanceVipRequest;
import com.tencentcloudapi.redis.v20180412.models.SwitchProxyRequest;
import java.util.Map;
import java.util.stream.Stream;

/** How instances are reached, and how they serve. */
record ConnectivitySteps(ScenarioContext context) {
    void changeSubnet(String id) throws TencentCloudSDKException {
        var request = new ModifyNetworkConfigRequest();
        request.setInstanceId(id);
        request.setOperation("changeVpc");
        request.setVpcId("vpc-story");
        request.setSubnetId("subnet-chapter");
        var answer = context.sdk().ModifyNetworkConfig(request);
        context.clock().advance(ScenarioContext.OPERATION_DURATION);
        assertThat(context.row(id).getUniqSubnetId()).isEqualTo("subnet-chapter");
        assertThat(context.row(id).getWanIp()).isEqualTo(answer.getVip());
    }

    void changePort(String id) throws TencentCloudSDKException {
        var answer = context.sdk()
                .callUnmodeled(
                        "ModifyNetworkConfig", Map.of("InstanceId", id, "Operation", "changeVPort", "VPort", 7000));
        context.awaitTask(answer.get("TaskId").getAsLong());
        assertThat(context.row(id).getPort()).isEqualTo(7000);
    }

    void openAndClosePublicAddress(String id) throws TencentCloudSDKException {
        var open = new AllocateWanAddressRequest();
        open.setInstanceId(id);
        context.awaitTask(context.sdk().AllocateWanAddress(open).getFlowId());
        assertThat(context.row(id).getWanAddress()).startsWith(id);
        var close = new ReleaseWanAddressRequest();
        close.setInstanceId(id);
        context.awaitTask(context.sdk().ReleaseWanAddress(close).getFlowId());
        assertThat(context.row(id).getWanAddress()).isEmpty();
    }

    void enableAndDisableSsl(String id) throws TencentCloudSDKException {
        var open = new OpenSSLRequest();
        open.setInstanceId(id);
        context.awaitTask(context.sdk().OpenSSL(open).getTaskId());
        assertThat(isEncrypted(id)).isTrue();
        var close = new CloseSSLRequest();
        close.setInstanceId(id);
        context.awaitTask(context.sdk().CloseSSL(close).getTaskId());
        assertThat(isEncrypted(id)).isFalse();
    }

    private boolean isEncrypted(String id) throws TencentCloudSDKException {
        return context.sdk()
                .callUnmodeled("DescribeSSLStatus", Map.of("InstanceId", id))
                .get("SSLConfig")
                .getAsBoolean();
    }

    void raiseConnectionLimits(String id) throws TencentCloudSDKException {
        var request = new ModifyConnectionConfigRequest();
        request.setInstanceId(id);
        request.setBandwidth(5L);
        request.setClientLimit(20_000L);
        context.awaitTask(context.sdk().ModifyConnectionConfig(request).getTaskId());
        assertThat(context.row(id).getClientLimit()).isEqualTo(20_000);
        var range = context.sdk().callUnmodeled("DescribeBandwidthRange", Map.of("InstanceId", id));
        assertThat(range.get("AddBandwidth").getAsInt()).isEqualTo(5);
        assertThat(context.row(id).getNetLimit())
                .isEqualTo(range.get("BaseBandwidth").getAsInt() + 5);
    }

    void swapAddresses(String one, String two) throws TencentCloudSDKException {
        var before = context.row(one).getWanIp();
        var other = context.row(two).getWanIp();
        var request = new SwitchInstanceVipRequest();
        request.setSrcInstanceId(one);
        request.setDstInstanceId(two);
        context.awaitTask(context.sdk().SwitchInstanceVip(request).getTaskId());
        assertThat(context.row(one).getWanIp()).isEqualTo(other);
        assertThat(context.row(two).getWanIp()).isEqualTo(before);
    }

    void enableAndDisableReplicaReads(String id) throws TencentCloudSDKException {
        var open = new EnableReplicaReadonlyRequest();
        open.setInstanceId(id);
        open.setReadonlyPolicy(new String[] {"master", "replication"});
        context.awaitTask(context.sdk().EnableReplicaReadonly(open).getTaskId());
        assertThat(context.row(id).getSlaveReadWeight()).isEqualTo(50);
        var close = new DisableReplicaReadonlyRequest();
        close.setInstanceId(id);
        context.awaitTask(context.sdk().DisableReplicaReadonly(close).getTaskId());
        assertThat(context.row(id).getSlaveReadWeight()).isZero();
    }

    void toggleReadOnlyMode(String id) throws TencentCloudSDKException {
        for (var mode : new long[] {1, 0}) {
            var request = new ModifyInstanceReadOnlyRequest();
            request.setInstanceId(id);
            request.setInputMode(Long.toString(mode));
            context.awaitTask(context.sdk().ModifyInstanceReadOnly(request).getTaskId());
            assertThat(context.row(id).getReadOnly()).isEqualTo(mode);
        }
    }

    /** The instance has a password and is spread over zones. */
    void failOver(String id) throws TencentCloudSDKException {
        var before = primary(id);
        var kill = new KillMasterGroupRequest();
        kill.setInstanceId(id);
        kill.setPassword(ScenarioContext.PASSWORD);
        context.awaitTask(context.sdk().KillMasterGroup(kill).getTaskId());
        assertThat(primary(id)).isNotEqualTo(before);
        var proxy = new SwitchProxyRequest();
        proxy.setInstanceId(id);
        context.sdk().SwitchProxy(proxy);
        context.clock().advance(ScenarioContext.OPERATION_DURATION);
        assertThat(context.row(id).getStatus()).isEqualTo(2);
    }

    private long primary(String id) throws TencentCloudSDKException {
        return Stream.of(context.row(id).getNodeSet())
                .filter(node -> node.getNodeType() == 0)
                .map(RedisNodeInfo::getNodeId)
                .findFirst()
                .orElseThrow();
    }
}
