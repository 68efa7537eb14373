package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceDealDetailRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeTaskInfoRequest;
import com.tencentcloudapi.redis.v20180412.models.InstanceSet;
import com.tencentcloudapi.redis.v20180412.models.TradeDealDetail;
import java.time.Duration;

/** Who buys instances and looks after them. */
record ScenarioContext(TencentSdkClient sdk, ScenarioClock clock) {
    static final String PASSWORD = "first-secret-1";

    /** What a task takes, and what an order takes besides. */
    static final Duration OPERATION_DURATION = Duration.ofSeconds(11);

    InstanceSet row(String id) throws TencentCloudSDKException {
        var request = new DescribeInstancesRequest();
        request.setInstanceId(id);
        var rows = sdk.DescribeInstances(request).getInstanceSet();
        assertThat(rows).as(id).hasSize(1);
        return rows[0];
    }

    /** The instance that has been there for longest. */
    String oldestInstance() throws TencentCloudSDKException {
        var request = new DescribeInstancesRequest();
        request.setOrderType(0L);
        request.setLimit(1L);
        return sdk.DescribeInstances(request).getInstanceSet()[0].getInstanceId();
    }

    boolean exists(String id) throws TencentCloudSDKException {
        var request = new DescribeInstancesRequest();
        request.setSearchKeys(new String[] {id});
        return sdk.DescribeInstances(request).getTotalCount() > 0;
    }

    /** The task runs, and then it has succeeded. */
    void awaitTask(Long task) throws TencentCloudSDKException {
        assertThat(status(task)).isIn("preparing", "running");
        clock.advance(OPERATION_DURATION);
        assertThat(status(task)).isEqualTo("succeed");
    }

    private String status(long task) throws TencentCloudSDKException {
        var request = new DescribeTaskInfoRequest();
        request.setTaskId(task);
        return sdk.DescribeTaskInfo(request).getStatus();
    }

    /** The order is paid, and then it is delivered. */
    TradeDealDetail awaitOrder(String deal) throws TencentCloudSDKException {
        assertThat(order(deal).getStatus()).isEqualTo(2);
        clock.advance(OPERATION_DURATION);
        var order = order(deal);
        assertThat(order.getStatus()).isEqualTo(4);
        return order;
    }

    private TradeDealDetail order(String deal) throws TencentCloudSDKException {
        var request = new DescribeInstanceDealDetailRequest();
        request.setDealIds(new String[] {deal});
        return sdk.DescribeInstanceDealDetail(request).getDealDetails()[0];
    }
}
