package io.redial.emulator.crs;

import static io.redial.emulator.crs.Fields.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions that look at what the account has, or change it. */
final class Translations {
    static final Map<String, Translation> ALL = List.of(
                    new Translation("DescribeRedis", "DescribeInstances", Lists::instances, Lists::instances),
                    new Translation("CreateRedis", "CreateInstances", Purchases::create, Purchases::deal),
                    new Translation("RenewRedis", "RenewInstance", Purchases::renew, Purchases::deal),
                    new Translation("UpgradeRedis", "UpgradeInstance", Purchases::upgrade, Purchases::deal),
                    new Translation(
                            "DescribeRedisDealDetail", "DescribeInstanceDealDetail", Deals::question, Deals::reply),
                    password("ModfiyRedisPassword", "ModfiyInstancePassword"),
                    password("ResetRedisPassword", "ResetPassword"),
                    task("ClearRedis", "ClearInstance"),
                    new Translation(
                            "RestoreInstance",
                            "RestoreInstance",
                            (call, cloud) -> work(call, cloud).put("BackupId", call.text("backupId")),
                            Translations::taskId),
                    new Translation(
                            "ManualBackupInstance", "ManualBackupInstance", Backups::make, Translations::taskId),
                    new Translation("GetRedisBackupList", "DescribeInstanceBackups", Backups::list, Backups::list),
                    new Translation("GetBackupDownloadUrl", "DescribeBackupUrl", Backups::url, Backups::url),
                    new Translation("GetRedisTaskList", "DescribeTaskList", Tasks::list, Tasks::list),
                    new Translation("DescribeTaskInfo", "DescribeTaskInfo", Tasks::question, Tasks::reply))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Translation::action, Function.identity()));

    private Translations() {}

    /** Work on one instance, with its password or a new one. */
    private static Translation task(String action, String successor) {
        return new Translation(action, successor, Translations::work, Translations::taskId);
    }

    private static Translation password(String action, String successor) {
        return new Translation(action, successor, Translations::newPassword, Translations::taskId);
    }

    private static ObjectNode newPassword(CrsCall call, Cloud cloud) {
        Purchases.newPassword(call.text("password"));
        return work(call, cloud);
    }

    private static ObjectNode work(CrsCall call, Cloud cloud) {
        if (call.text("password").isEmpty()) {
            throw new Refusal("InvalidParameterValue.PasswordEmpty", "The password is empty.");
        }
        var parameters = object().put("InstanceId", call.text("redisId"));
        Fields.copy(call, "password", parameters, "Password");
        Fields.copy(call, "oldPassword", parameters, "OldPassword");
        return parameters;
    }

    private static ObjectNode taskId(ObjectNode answer, CrsCall call, Cloud cloud) {
        return Fields.data("requestId", answer.path("TaskId"));
    }
}
