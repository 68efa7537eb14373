package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.CreateInstancesRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeCommonDBInstancesRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceNodeInfoRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceShardsRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeProductInfoRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeTaskListRequest;
import com.tencentcloudapi.redis.v20180412.models.InquiryPriceCreateInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.RegionConf;

/** What is for sale, what it costs, and what comes of buying it. */
record PurchaseSteps(ScenarioContext context) {
    /** An instance of Redis 6.2 that is paid by the month and has a password. */
    String buyPrepaidInstance() throws TencentCloudSDKException {
        assertThat(context.sdk()
                        .DescribeProductInfo(new DescribeProductInfoRequest())
                        .getRegionSet())
                .extracting(RegionConf::getRegionId)
                .contains("ap-guangzhou");
        var price = monthlyPrice(15);

        var request = order(15, "shop");
        request.setBillingMode(1L);
        request.setPassword(ScenarioContext.PASSWORD);
        var answer = context.sdk().CreateInstances(request);
        var order = context.awaitOrder(answer.getDealId());

        var id = answer.getInstanceIds()[0];
        assertThat(order.getInstanceIds()).containsExactly(id);
        assertThat(order.getPrice().floatValue()).isEqualTo(price);
        assertThat(taskCount(id)).isOne();
        var row = context.row(id);
        assertThat(row.getInstanceName()).isEqualTo("shop");
        assertThat(row.getStatus()).isEqualTo(2);
        assertThat(row.getType()).isEqualTo(15);
        assertThat(row.getBillingMode()).isOne();
        assertThat(row.getNoAuth()).isFalse();
        assertThat(row.getUniqVpcId()).isEqualTo("vpc-story");
        return id;
    }

    /** A cluster of three shards that is paid as it goes. */
    String buyCluster() throws TencentCloudSDKException {
        var request = order(9, "cart");
        request.setRedisShardNum(3L);
        request.setNoAuth(true);
        var answer = context.sdk().CreateInstances(request);
        context.awaitOrder(answer.getDealId());

        var id = answer.getInstanceIds()[0];
        assertThat(context.row(id).getNoAuth()).isTrue();
        assertThat(shardCount(id)).isEqualTo(3);
        var nodes = new DescribeInstanceNodeInfoRequest();
        nodes.setInstanceId(id);
        assertThat(context.sdk().DescribeInstanceNodeInfo(nodes).getRedis()).isNotEmpty();
        var common = new DescribeCommonDBInstancesRequest();
        common.setInstanceIds(new String[] {id});
        assertThat(context.sdk().DescribeCommonDBInstances(common).getInstanceDetails())
                .singleElement()
                .satisfies(row -> assertThat(row.getInstanceName()).isEqualTo("cart"));
        return id;
    }

    /** One that two of make a replication group. */
    String buyGroupMember(String name) throws TencentCloudSDKException {
        var request = order(8, name);
        request.setNoAuth(true);
        var answer = context.sdk().CreateInstances(request);
        context.awaitOrder(answer.getDealId());
        return answer.getInstanceIds()[0];
    }

    /** How many primary nodes an instance has. */
    long shardCount(String id) throws TencentCloudSDKException {
        var request = new DescribeInstanceShardsRequest();
        request.setInstanceId(id);
        request.setFilterSlave(true);
        return context.sdk().DescribeInstanceShards(request).getTotalCount();
    }

    private float monthlyPrice(long type) throws TencentCloudSDKException {
        var request = new InquiryPriceCreateInstanceRequest();
        request.setTypeId(type);
        request.setMemSize(2048L);
        request.setGoodsNum(1L);
        request.setPeriod(1L);
        request.setBillingMode(1L);
        var price = context.sdk().InquiryPriceCreateInstance(request).getPrice();
        assertThat(price).isPositive();
        return price;
    }

    private long taskCount(String id) throws TencentCloudSDKException {
        var request = new DescribeTaskListRequest();
        request.setInstanceId(id);
        return context.sdk().DescribeTaskList(request).getTotalCount();
    }

    private static CreateInstancesRequest order(long type, String name) {
        var request = new CreateInstancesRequest();
        request.setTypeId(type);
        request.setInstanceName(name);
        request.setMemSize(2048L);
        request.setGoodsNum(1L);
        request.setPeriod(1L);
        request.setBillingMode(0L);
        request.setZoneId(100_003L);
        request.setVpcId("vpc-story");
        request.setSubnetId("subnet-story");
        return request;
    }
}
