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
record Backups(Customer customer, String id) {
    RedisBackupSet madeByHand(String remark) throws TencentCloudSDKException {
        var request = new ManualBackupInstanceRequest();
        request.setInstanceId(id);
        request.setRemark(remark);
        request.setStorageDays(3L);
        customer.await(customer.sdk().ManualBackupInstance(request).getTaskId());

        var list = new DescribeInstanceBackupsRequest();
        list.setInstanceId(id);
        var newest = customer.sdk().DescribeInstanceBackups(list).getBackupSet()[0];
        assertThat(newest.getRemark()).isEqualTo(remark);
        assertThat(newest.getStatus()).isEqualTo(2);
        return newest;
    }

    void lookedInto(RedisBackupSet backup) throws TencentCloudSDKException {
        var detail = customer.sdk()
                .later("DescribeBackupDetail", Map.of("InstanceId", id, "BackupId", backup.getBackupId()));
        assertThat(detail.get("BackupSize").getAsLong()).isEqualTo(backup.getBackupSize());
        assertThat(detail.get("InstanceType").getAsLong())
                .isEqualTo(customer.row(id).getType());
        var request = new DescribeBackupUrlRequest();
        request.setInstanceId(id);
        request.setBackupId(backup.getBackupId());
        var files = customer.sdk().DescribeBackupUrl(request).getBackupInfos();
        assertThat(Arrays.stream(files)
                        .mapToLong(BackupDownloadInfo::getFileSize)
                        .sum())
                .isEqualTo(backup.getBackupSize());
    }

    void downloadedFromInsideOnly() throws TencentCloudSDKException {
        assertThat(downloadLimit()).isEqualTo("NoLimit");
        customer.sdk().later("ModifyBackupDownloadRestriction", Map.of("LimitType", "LimitOnlyIntranet"));
        assertThat(downloadLimit()).isEqualTo("LimitOnlyIntranet");
    }

    private String downloadLimit() throws TencentCloudSDKException {
        return customer.sdk()
                .later("DescribeBackupDownloadRestriction", Map.of())
                .get("LimitType")
                .getAsString();
    }

    void restored(RedisBackupSet full) throws TencentCloudSDKException {
        var clear = new ClearInstanceRequest();
        clear.setInstanceId(id);
        customer.await(customer.sdk().ClearInstance(clear).getTaskId());
        assertThat(madeByHand("empty").getBackupSize()).isLessThan(full.getBackupSize());

        var restore = new RestoreInstanceRequest();
        restore.setInstanceId(id);
        restore.setBackupId(full.getBackupId());
        restore.setPassword("");
        customer.await(customer.sdk().RestoreInstance(restore).getTaskId());
        assertThat(madeByHand("full again").getBackupSize()).isEqualTo(full.getBackupSize());
    }

    void madeOnTwoNights() throws TencentCloudSDKException {
        var request = new ModifyAutoBackupConfigRequest();
        request.setInstanceId(id);
        request.setWeekDays(new String[] {"Monday", "Thursday"});
        request.setTimePeriod("02:00-03:00");
        assertThat(customer.sdk().ModifyAutoBackupConfig(request).getTimePeriod())
                .isEqualTo("02:00-03:00");
        var look = new DescribeAutoBackupConfigRequest();
        look.setInstanceId(id);
        var plan = customer.sdk().DescribeAutoBackupConfig(look);
        assertThat(plan.getWeekDays()).containsExactly("Monday", "Thursday");
        assertThat(plan.getTimePeriod()).isEqualTo("02:00-03:00");
    }

    String cloned(RedisBackupSet backup) throws TencentCloudSDKException {
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
        var answer = customer.sdk().later("CloneInstances", parameters);
        customer.awaitOrder(answer.get("DealId").getAsString());
        var clone = answer.getAsJsonArray("InstanceIds").get(0).getAsString();
        assertThat(customer.row(clone).getInstanceName()).isEqualTo("clone");
        assertThat(customer.row(clone).getType()).isEqualTo(customer.row(id).getType());
        assertThat(customer.row(clone).getRedisShardSize())
                .isEqualTo(customer.row(id).getRedisShardSize());
        return clone;
    }
}
