package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.BackupDownloadInfo;
import com.tencentcloudapi.redis.v20180412.models.ClearInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeAutoBackupConfigRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeBackupUrlRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceBackupsRequest;
import com.tencentcloudapi.redis.v20180412.models.ManualBackupInstanceRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyAutoBackupConfigRequest;
import com.tencentcloudapi.redis.v20180412.models.RedisBackupSet;
import com.tencentcloudapi.redis.v20180412.models.RestoreInstanceRequest;
import java.util.Arrays;
import java.util.Map;

/** An instance without a password is backed up, cleared, restored and cloned. */
record BackupSteps(ScenarioContext context, String id) {
    RedisBackupSet createBackup(String remark) throws TencentCloudSDKException {
        var request = new ManualBackupInstanceRequest();
        request.setInstanceId(id);
        request.setRemark(remark);
        request.setStorageDays(3L);
        context.awaitTask(context.sdk().ManualBackupInstance(request).getTaskId());

        var list = new DescribeInstanceBackupsRequest();
        list.setInstanceId(id);
        var newest = context.sdk().DescribeInstanceBackups(list).getBackupSet()[0];
        assertThat(newest.getRemark()).isEqualTo(remark);
        assertThat(newest.getStatus()).isEqualTo(2);
        return newest;
    }

    void readDetails(RedisBackupSet backup) throws TencentCloudSDKException {
        var detail = context.sdk()
                .callUnmodeled("DescribeBackupDetail", Map.of("InstanceId", id, "BackupId", backup.getBackupId()));
        assertThat(detail.get("BackupSize").getAsLong()).isEqualTo(backup.getBackupSize());
        assertThat(detail.get("InstanceType").getAsLong())
                .isEqualTo(context.row(id).getType());
        var request = new DescribeBackupUrlRequest();
        request.setInstanceId(id);
        request.setBackupId(backup.getBackupId());
        var files = context.sdk().DescribeBackupUrl(request).getBackupInfos();
        assertThat(Arrays.stream(files)
                        .mapToLong(BackupDownloadInfo::getFileSize)
                        .sum())
                .isEqualTo(backup.getBackupSize());
    }

    void restrictDownloads() throws TencentCloudSDKException {
        assertThat(downloadLimit()).isEqualTo("NoLimit");
        context.sdk().callUnmodeled("ModifyBackupDownloadRestriction", Map.of("LimitType", "LimitOnlyIntranet"));
        assertThat(downloadLimit()).isEqualTo("LimitOnlyIntranet");
    }

    private String downloadLimit() throws TencentCloudSDKException {
        return context.sdk()
                .callUnmodeled("DescribeBackupDownloadRestriction", Map.of())
                .get("LimitType")
                .getAsString();
    }

    void clearAndRestore(RedisBackupSet full) throws TencentCloudSDKException {
        var clear = new ClearInstanceRequest();
        clear.setInstanceId(id);
        context.awaitTask(context.sdk().ClearInstance(clear).getTaskId());
        assertThat(createBackup("empty").getBackupSize()).isLessThan(full.getBackupSize());

        var restore = new RestoreInstanceRequest();
        restore.setInstanceId(id);
        restore.setBackupId(full.getBackupId());
        restore.setPassword("");
        context.awaitTask(context.sdk().RestoreInstance(restore).getTaskId());
        assertThat(createBackup("full again").getBackupSize()).isEqualTo(full.getBackupSize());
    }

    void setSchedule() throws TencentCloudSDKException {
        var request = new ModifyAutoBackupConfigRequest();
        request.setInstanceId(id);
        request.setWeekDays(new String[] {"Monday", "Thursday"});
        request.setTimePeriod("02:00-03:00");
        assertThat(context.sdk().ModifyAutoBackupConfig(request).getTimePeriod())
                .isEqualTo("02:00-03:00");
        var look = new DescribeAutoBackupConfigRequest();
        look.setInstanceId(id);
        var plan = context.sdk().DescribeAutoBackupConfig(look);
        assertThat(plan.getWeekDays()).containsExactly("Monday", "Thursday");
        assertThat(plan.getTimePeriod()).isEqualTo("02:00-03:00");
    }

    String cloneInstance(RedisBackupSet backup) throws TencentCloudSDKException {
        var parameters = Map.<String, Object>ofEntries(
                Map.entry("InstanceId", id),
                Map.entry("BackupId", backup.getBackupId()),
                Map.entry("GoodsNum", 1),
                Map.entry("ZoneId", 100_002),
                Map.entry("BillingMode", 0),
                Map.entry("Period", 1),
                Map.entry("SecurityGroupIdList", new String[] {"sg-ajr1jzgj"}),
                Map.entry("InstanceName", "clone"),
                Map.entry("Password", "Clones-secret-1"));
        var answer = context.sdk().callUnmodeled("CloneInstances", parameters);
        context.awaitOrder(answer.get("DealId").getAsString());
        var clone = answer.getAsJsonArray("InstanceIds").get(0).getAsString();
        assertThat(context.row(clone).getInstanceName()).isEqualTo("clone");
        assertThat(context.row(clone).getType()).isEqualTo(context.row(id).getType());
        assertThat(context.row(clone).getRedisShardSize())
                .isEqualTo(context.row(id).getRedisShardSize());
        return clone;
    }
}
