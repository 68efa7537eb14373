package io.redial.emulator.crs;

import static io.redial.emulator.crs.JsonFields.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.protocol.ApiError;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions that look at what the account has, or change it. */
final class ActionTranslations {
    static final Map<String, ActionTranslation> BY_ACTION = List.of(
                    new ActionTranslation(
                            "DescribeRedis",
                            "DescribeInstances",
                            InstanceListTranslations::parameters,
                            InstanceListTranslations::fields),
                    new ActionTranslation(
                            "CreateRedis",
                            "CreateInstances",
                            PurchaseTranslations::createParameters,
                            PurchaseTranslations::dealFields),
                    new ActionTranslation(
                            "RenewRedis",
                            "RenewInstance",
                            PurchaseTranslations::renewParameters,
                            PurchaseTranslations::dealFields),
                    new ActionTranslation(
                            "UpgradeRedis",
                            "UpgradeInstance",
                            PurchaseTranslations::upgradeParameters,
                            PurchaseTranslations::dealFields),
                    new ActionTranslation(
                            "DescribeRedisDealDetail",
                            "DescribeInstanceDealDetail",
                            OrderTranslations::parameters,
                            OrderTranslations::fields),
                    passwordTranslation("ModfiyRedisPassword", "ModfiyInstancePassword"),
                    passwordTranslation("ResetRedisPassword", "ResetPassword"),
                    taskTranslation("ClearRedis", "ClearInstance"),
                    new ActionTranslation(
                            "RestoreInstance",
                            "RestoreInstance",
                            (call, cloud) -> taskParameters(call, cloud).put("BackupId", call.text("backupId")),
                            ActionTranslations::taskIdFields),
                    new ActionTranslation(
                            "ManualBackupInstance",
                            "ManualBackupInstance",
                            BackupTranslations::createParameters,
                            ActionTranslations::taskIdFields),
                    new ActionTranslation(
                            "GetRedisBackupList",
                            "DescribeInstanceBackups",
                            BackupTranslations::listParameters,
                            BackupTranslations::listFields),
                    new ActionTranslation(
                            "GetBackupDownloadUrl",
                            "DescribeBackupUrl",
                            BackupTranslations::urlParameters,
                            BackupTranslations::urlFields),
                    new ActionTranslation(
                            "GetRedisTaskList",
                            "DescribeTaskList",
                            TaskTranslations::listParameters,
                            TaskTranslations::listFields),
                    new ActionTranslation(
                            "DescribeTaskInfo",
                            "DescribeTaskInfo",
                            TaskTranslations::statusParameters,
                            TaskTranslations::statusFields))
            .stream()
            .collect(Collectors.toUnmodifiableMap(ActionTranslation::action, Function.identity()));

    private ActionTranslations() {}

    /** Work on one instance, with its password or a new one. */
    private static ActionTranslation taskTranslation(String action, String successor) {
        return new ActionTranslation(
                action, successor, ActionTranslations::taskParameters, ActionTranslations::taskIdFields);
    }

    private static ActionTranslation passwordTranslation(String action, String successor) {
        return new ActionTranslation(
                action, successor, ActionTranslations::newPasswordParameters, ActionTranslations::taskIdFields);
    }

    private static ObjectNode newPasswordParameters(CrsRequest call, Cloud cloud) {
        PurchaseTranslations.requireValidPassword(call.text("password"));
        return taskParameters(call, cloud);
    }

    private static ObjectNode taskParameters(CrsRequest call, Cloud cloud) {
        if (call.text("password").isEmpty()) {
            throw new ApiError("InvalidParameterValue.PasswordEmpty", "The password is empty.");
        }
        var parameters = object().put("InstanceId", call.text("redisId"));
        JsonFields.copy(call, "password", parameters, "Password");
        JsonFields.copy(call, "oldPassword", parameters, "OldPassword");
        return parameters;
    }

    private static ObjectNode taskIdFields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        return JsonFields.data("requestId", answer.path("TaskId"));
    }
}
