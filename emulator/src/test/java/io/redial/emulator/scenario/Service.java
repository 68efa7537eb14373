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
record Service(Customer customer) {
    void inAnotherSubnet(String id) throws TencentCloudSDKException {
        var request = new ModifyNetworkConfigRequest();
        request.setInstanceId(id);
        request.setOperation("changeVpc");
        request.setVpcId("vpc-story");
        request.setSubnetId("subnet-chapter");
        var answer = customer.sdk().ModifyNetworkConfig(request);
        customer.clock().advance(Customer.WORK);
        assertThat(customer.row(id).getUniqSubnetId()).isEqualTo("subnet-chapter");
        assertThat(customer.row(id).getWanIp()).isEqualTo(answer.getVip());
    }

    void atAnotherPort(String id) throws TencentCloudSDKException {
        var answer = customer.sdk()
                .later("ModifyNetworkConfig", Map.of("InstanceId", id, "Operation", "changeVPort", "VPort", 7000));
        customer.await(answer.get("TaskId").getAsLong());
        assertThat(customer.row(id).getPort()).isEqualTo(7000);
    }

    void fromEverywhereForAWhile(String id) throws TencentCloudSDKException {
        var open = new AllocateWanAddressRequest();
        open.setInstanceId(id);
        customer.await(customer.sdk().AllocateWanAddress(open).getFlowId());
        assertThat(customer.row(id).getWanAddress()).startsWith(id);
        var close = new ReleaseWanAddressRequest();
        close.setInstanceId(id);
        customer.await(customer.sdk().ReleaseWanAddress(close).getFlowId());
        assertThat(customer.row(id).getWanAddress()).isEmpty();
    }

    void encryptedForAWhile(String id) throws TencentCloudSDKException {
        var open = new OpenSSLRequest();
        open.setInstanceId(id);
        customer.await(customer.sdk().OpenSSL(open).getTaskId());
        assertThat(encrypted(id)).isTrue();
        var close = new CloseSSLRequest();
        close.setInstanceId(id);
        customer.await(customer.sdk().CloseSSL(close).getTaskId());
        assertThat(encrypted(id)).isFalse();
    }

    private boolean encrypted(String id) throws TencentCloudSDKException {
        return customer.sdk()
                .later("DescribeSSLStatus", Map.of("InstanceId", id))
                .get("SSLConfig")
                .getAsBoolean();
    }

    void forMoreClients(String id) throws TencentCloudSDKException {
        var request = new ModifyConnectionConfigRequest();
        request.setInstanceId(id);
        request.setBandwidth(5L);
        request.setClientLimit(20_000L);
        customer.await(customer.sdk().ModifyConnectionConfig(request).getTaskId());
        assertThat(customer.row(id).getClientLimit()).isEqualTo(20_000);
        var range = customer.sdk().later("DescribeBandwidthRange", Map.of("InstanceId", id));
        assertThat(range.get("AddBandwidth").getAsInt()).isEqualTo(5);
        assertThat(customer.row(id).getNetLimit())
                .isEqualTo(range.get("BaseBandwidth").getAsInt() + 5);
    }

    void inEachOthersPlace(String one, String two) throws TencentCloudSDKException {
        var before = customer.row(one).getWanIp();
        var other = customer.row(two).getWanIp();
        var request = new SwitchInstanceVipRequest();
        request.setSrcInstanceId(one);
        request.setDstInstanceId(two);
        customer.await(customer.sdk().SwitchInstanceVip(request).getTaskId());
        assertThat(customer.row(one).getWanIp()).isEqualTo(other);
        assertThat(customer.row(two).getWanIp()).isEqualTo(before);
    }

    void readFromReplicas(String id) throws TencentCloudSDKException {
        var open = new EnableReplicaReadonlyRequest();
        open.setInstanceId(id);
        open.setReadonlyPolicy(new String[] {"master", "replication"});
        customer.await(customer.sdk().EnableReplicaReadonly(open).getTaskId());
        assertThat(customer.row(id).getSlaveReadWeight()).isEqualTo(50);
        var close = new DisableReplicaReadonlyRequest();
        close.setInstanceId(id);
        customer.await(customer.sdk().DisableReplicaReadonly(close).getTaskId());
        assertThat(customer.row(id).getSlaveReadWeight()).isZero();
    }

    void writtenByNobodyForAWhile(String id) throws TencentCloudSDKException {
        for (var mode : new long[] {1, 0}) {
            var request = new ModifyInstanceReadOnlyRequest();
            request.setInstanceId(id);
            request.setInputMode(Long.toString(mode));
            customer.await(customer.sdk().ModifyInstanceReadOnly(request).getTaskId());
            assertThat(customer.row(id).getReadOnly()).isEqualTo(mode);
        }
    }

    /** The instance has a password and is spread over zones. */
    void despiteFailures(String id) throws TencentCloudSDKException {
        var before = primary(id);
        var kill = new KillMasterGroupRequest();
        kill.setInstanceId(id);
        kill.setPassword(Customer.PASSWORD);
        customer.await(customer.sdk().KillMasterGroup(kill).getTaskId());
        assertThat(primary(id)).isNotEqualTo(before);
        var proxy = new SwitchProxyRequest();
        proxy.setInstanceId(id);
        customer.sdk().SwitchProxy(proxy);
        customer.clock().advance(Customer.WORK);
        assertThat(customer.row(id).getStatus()).isEqualTo(2);
    }

    private long primary(String id) throws TencentCloudSDKException {
        return Stream.of(customer.row(id).getNodeSet())
                .filter(node -> node.getNodeType() == 0)
                .map(RedisNodeInfo::getNodeId)
                .findFirst()
                .orElseThrow();
    }
}
