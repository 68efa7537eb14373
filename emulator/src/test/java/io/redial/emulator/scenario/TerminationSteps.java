package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.CleanUpInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.DestroyPostpaidInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.DestroyPrepaidInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.RenewInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.StartupInstanceRequest;

/** Instances are paid for a little longer, returned, taken back and given up. */
record TerminationSteps(ScenarioContext context) {
    private static final long ISOLATED = -2;
    private static final long RUNNING = 2;

    void renew(String id) throws TencentCloudSDKException {
        assertThat(context.row(id).getDeadlineTime()).startsWith("2026-04-01");
        var request = new RenewInstanceRequest();
        request.setInstanceId(id);
        request.setPeriod(2L);
        context.awaitOrder(context.sdk().RenewInstance(request).getDealId());
        assertThat(context.row(id).getDeadlineTime()).startsWith("2026-06-01");
    }

    void returnPrepaid(String prepaid) throws TencentCloudSDKException {
        var request = new DestroyPrepaidInstanceRequest();
        request.setInstanceId(prepaid);
        assertThat(context.sdk().DestroyPrepaidInstance(request).getDealId()).matches("\\d+");
        context.clock().advance(ScenarioContext.OPERATION_DURATION);
        assertThat(context.row(prepaid).getStatus()).isEqualTo(ISOLATED);
    }

    void restart(String id) throws TencentCloudSDKException {
        var request = new StartupInstanceRequest();
        request.setInstanceId(id);
        context.sdk().StartupInstance(request);
        context.clock().advance(ScenarioContext.OPERATION_DURATION);
        assertThat(context.row(id).getStatus()).isEqualTo(RUNNING);
    }

    void destroyPostpaid(String postpaid) throws TencentCloudSDKException {
        var isolate = new DestroyPostpaidInstanceRequest();
        isolate.setInstanceId(postpaid);
        context.awaitTask(context.sdk().DestroyPostpaidInstance(isolate).getTaskId());
        assertThat(context.row(postpaid).getStatus()).isEqualTo(ISOLATED);
        assertThat(context.exists(postpaid)).isTrue();
        var destroy = new CleanUpInstanceRequest();
        destroy.setInstanceId(postpaid);
        context.awaitTask(context.sdk().CleanUpInstance(destroy).getTaskId());
        assertThat(context.exists(postpaid)).isFalse();
    }
}
