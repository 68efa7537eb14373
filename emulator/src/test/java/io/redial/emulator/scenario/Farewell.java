package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.CleanUpInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.DestroyPostpaidInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.DestroyPrepaidInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.RenewInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.StartupInstanceRequest;

/** Instances are paid for a little longer, returned, taken back and given up. */
record Farewell(Customer customer) {
    private static final long ISOLATED = -2;
    private static final long RUNNING = 2;

    void putOff(String id) throws TencentCloudSDKException {
        assertThat(customer.row(id).getDeadlineTime()).startsWith("2026-04-01");
        var request = new RenewInstanceRequest();
        request.setInstanceId(id);
        request.setPeriod(2L);
        customer.awaitOrder(customer.sdk().RenewInstance(request).getDealId());
        assertThat(customer.row(id).getDeadlineTime()).startsWith("2026-06-01");
    }

    void returned(String prepaid) throws TencentCloudSDKException {
        var request = new DestroyPrepaidInstanceRequest();
        request.setInstanceId(prepaid);
        assertThat(customer.sdk().DestroyPrepaidInstance(request).getDealId()).matches("\\d+");
        customer.clock().advance(Customer.WORK);
        assertThat(customer.row(prepaid).getStatus()).isEqualTo(ISOLATED);
    }

    void takenBack(String id) throws TencentCloudSDKException {
        var request = new StartupInstanceRequest();
        request.setInstanceId(id);
        customer.sdk().StartupInstance(request);
        customer.clock().advance(Customer.WORK);
        assertThat(customer.row(id).getStatus()).isEqualTo(RUNNING);
    }

    void givenUp(String postpaid) throws TencentCloudSDKException {
        var isolate = new DestroyPostpaidInstanceRequest();
        isolate.setInstanceId(postpaid);
        customer.await(customer.sdk().DestroyPostpaidInstance(isolate).getTaskId());
        assertThat(customer.row(postpaid).getStatus()).isEqualTo(ISOLATED);
        assertThat(customer.knows(postpaid)).isTrue();
        var destroy = new CleanUpInstanceRequest();
        destroy.setInstanceId(postpaid);
        customer.await(customer.sdk().CleanUpInstance(destroy).getTaskId());
        assertThat(customer.knows(postpaid)).isFalse();
    }
}
