package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.BigKeyTypeInfo;
import com.tencentcloudapi.redis.v20180412.models.DelayDistribution;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceMonitorBigKeyRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceMonitorBigKeyTypeDistRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceMonitorHotKeyRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceMonitorTookDistRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceMonitorTopNCmdRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeProxySlowLogRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeSlowLogRequest;
import com.tencentcloudapi.redis.v20180412.models.SourceCommand;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What is seen of an instance that has been there for long. */
record MonitoringSteps(ScenarioContext context, String id) {
    private static final String DAY = "2026-03-01";

    void readSlowLogs() throws TencentCloudSDKException {
        var nodes = new DescribeSlowLogRequest();
        nodes.setInstanceId(id);
        nodes.setBeginTime("2026-02-22 08:00:00");
        nodes.setEndTime("2026-03-01 08:00:00");
        var atNodes = context.sdk().DescribeSlowLog(nodes);
        assertThat(atNodes.getTotalCount()).isPositive();
        var proxies = new DescribeProxySlowLogRequest();
        proxies.setInstanceId(id);
        proxies.setBeginTime(nodes.getBeginTime());
        proxies.setEndTime(nodes.getEndTime());
        assertThat(context.sdk().DescribeProxySlowLog(proxies).getTotalCount()).isEqualTo(atNodes.getTotalCount());
    }

    void configureLogDelivery() throws TencentCloudSDKException {
        context.sdk()
                .callUnmodeled(
                        "ModifyInstanceLogDelivery",
                        Map.of(
                                "InstanceId",
                                id,
                                "LogType",
                                "slowlog",
                                "Enabled",
                                true,
                                "LogsetId",
                                "set-1",
                                "TopicId",
                                "topic-1"));
        var delivery = context.sdk()
                .callUnmodeled("DescribeInstanceLogDelivery", Map.of("InstanceId", id))
                .getAsJsonObject("SlowLog");
        assertThat(delivery.get("Enabled").getAsBoolean()).isTrue();
        assertThat(delivery.get("TopicId").getAsString()).isEqualTo("topic-1");
    }

    void readCommandStatistics() throws TencentCloudSDKException {
        var top = new DescribeInstanceMonitorTopNCmdRequest();
        top.setInstanceId(id);
        top.setSpanType(4L);
        var commands = context.sdk().DescribeInstanceMonitorTopNCmd(top).getData();
        var took = new DescribeInstanceMonitorTookDistRequest();
        took.setInstanceId(id);
        took.setDate(DAY);
        took.setSpanType(4L);
        var delays = context.sdk().DescribeInstanceMonitorTookDist(took).getData();
        assertThat(Arrays.stream(delays).mapToLong(DelayDistribution::getSize).sum())
                .isPositive()
                .isEqualTo(Arrays.stream(commands)
                        .mapToLong(SourceCommand::getCount)
                        .sum());
    }

    void readKeyStatistics() throws TencentCloudSDKException {
        var big = new DescribeInstanceMonitorBigKeyRequest();
        big.setInstanceId(id);
        big.setReqType(2L);
        big.setDate("20260301");
        var types = new DescribeInstanceMonitorBigKeyTypeDistRequest();
        types.setInstanceId(id);
        types.setDate(DAY);
        var byType = context.sdk().DescribeInstanceMonitorBigKeyTypeDist(types).getData();
        assertThat(context.sdk().DescribeInstanceMonitorBigKey(big).getData())
                .hasSize(Arrays.stream(byType)
                        .mapToInt(type -> type.getCount().intValue())
                        .sum())
                .isNotEmpty();
        assertThat(byType).extracting(BigKeyTypeInfo::getType).doesNotHaveDuplicates();
        var hot = new DescribeInstanceMonitorHotKeyRequest();
        hot.setInstanceId(id);
        hot.setSpanType(4L);
        assertThat(context.sdk().DescribeInstanceMonitorHotKey(hot).getData()).isNotEmpty();
    }

    /** One that waits is called off. */
    void cancelEvent() throws TencentCloudSDKException {
        var waiting = events(Map.of("Status", new String[] {"Waiting"}, "Grades", new String[] {"Low"}))
                .get(0)
                .getAsJsonObject();
        var instance = waiting.get("InstanceId").getAsString();
        context.sdk()
                .callUnmodeled(
                        "ModifyInstanceEvent",
                        Map.of(
                                "InstanceId",
                                instance,
                                "EventId",
                                waiting.get("ID").getAsLong(),
                                "Status",
                                "Canceled"));
        assertThat(events(Map.of("InstanceId", instance, "Status", new String[] {"Canceled"})))
                .extracting(event -> ((JsonObject) event).get("ID").getAsLong())
                .contains(waiting.get("ID").getAsLong());
    }

    private JsonArray events(Map<String, Object> filter) throws TencentCloudSDKException {
        var parameters = new HashMap<>(filter);
        parameters.put("ExecutionStartDate", "2026-03-02");
        parameters.put("ExecutionEndDate", "2026-03-15");
        parameters.put("PageSize", 100);
        return context.sdk().callUnmodeled("DescribeInstanceEvents", parameters).getAsJsonArray("RedisInstanceEvents");
    }
}
