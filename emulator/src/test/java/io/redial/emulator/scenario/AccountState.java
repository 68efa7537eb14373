package io.redial.emulator.scenario;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceBackupsRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeParamTemplatesRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeReplicationGroupRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeTaskListRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an account has, as the SDK sees it: every list of the region, and everything that is told of one instance. */
final class AccountState {
    private static final List<String> INSTANCE_ACTIONS = List.of(
            "DescribeAutoBackupConfig",
            "DescribeBandwidthRange",
            "DescribeInstanceLogDelivery",
            "DescribeInstanceNodeInfo",
            "DescribeInstanceParamRecords",
            "DescribeInstanceParams",
            "DescribeInstanceZoneInfo",
            "DescribeMaintenanceWindow",
            "DescribeSSLStatus");

    private final TencentSdkClient sdk;
    private final Map<String, List<JsonElement>> responses = new LinkedHashMap<>();

    private AccountState(TencentSdkClient sdk) {
        this.sdk = sdk;
    }

    /** The same for two accounts that have the same. */
    static Map<String, List<JsonElement>> capture(TencentSdkClient sdk, String... ids) throws TencentCloudSDKException {
        var picture = new AccountState(sdk);
        picture.addLists();
        for (var id : ids) {
            picture.addInstance(id);
        }
        return picture.responses;
    }

    private void addLists() throws TencentCloudSDKException {
        for (var offset = 0L; offset < 400; offset += 100) {
            var instances = new DescribeInstancesRequest();
            instances.setLimit(100L);
            instances.setOffset(offset);
            add("DescribeInstances", json(sdk.DescribeInstances(instances)));
        }
        var tasks = new DescribeTaskListRequest();
        tasks.setLimit(100L);
        add("DescribeTaskList", json(sdk.DescribeTaskList(tasks)));
        var backups = new DescribeInstanceBackupsRequest();
        backups.setLimit(100L);
        add("DescribeInstanceBackups", json(sdk.DescribeInstanceBackups(backups)));
        add("DescribeParamTemplates", json(sdk.DescribeParamTemplates(new DescribeParamTemplatesRequest())));
        var groups = new DescribeReplicationGroupRequest();
        groups.setLimit(20L);
        groups.setOffset(0L);
        add("DescribeReplicationGroup", json(sdk.DescribeReplicationGroup(groups)));
        add("DescribeBackupDownloadRestriction", sdk.callUnmodeled("DescribeBackupDownloadRestriction", Map.of()));
        add(
                "DescribeInstanceEvents",
                sdk.callUnmodeled(
                        "DescribeInstanceEvents",
                        Map.of("ExecutionStartDate", "2026-02-20", "ExecutionEndDate", "2026-03-15", "PageSize", 100)));
    }

    private void addInstance(String id) throws TencentCloudSDKException {
        for (var action : INSTANCE_ACTIONS) {
            add(action, sdk.callUnmodeled(action, Map.of("InstanceId", id)));
        }
        add(
                "DescribeInstanceAccount",
                sdk.callUnmodeled("DescribeInstanceAccount", Map.of("InstanceId", id, "Limit", 20, "Offset", 0)));
        add(
                "DescribeDBSecurityGroups",
                sdk.callUnmodeled("DescribeDBSecurityGroups", Map.of("InstanceId", id, "Product", "redis")));
    }

    private void add(String action, JsonObject answer) {
        answer.remove("RequestId");
        responses.computeIfAbsent(action, name -> new ArrayList<>()).add(answer);
    }

    private static JsonObject json(AbstractModel answer) {
        return JsonParser.parseString(AbstractModel.toJsonString(answer)).getAsJsonObject();
    }
}
