package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.protocol.ActionRequest;

/**
 * The backup of a second, or of the first second that there is if that was later. The seconds before that are missing.
 * Without a time, it is the present one.
 */
final class DescribeSecondLevelBackupInfo implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        if (!call.has("InstanceId")) {
            throw call.error(
                    "The parameter `InstanceId` must name the instance whose backups are meant.",
                    "InvalidParameter.NotSupported");
        }
        var instance = InstanceResolver.resolve(call, cloud);
        var now = cloud.now();
        var since = since(instance, call, now);
        var second = Math.max(asked(call, now), since);
        var backup = SecondLevelBackups.findAt(second * 1000, instance, now).orElseThrow();
        var answer = Json.object()
                .put("BackupId", backup.id())
                .put("BackupTimestamp", second)
                .put("StartTimestamp", since);
        var first = SecondLevelBackups.windowStart(now) / 1000;
        if (first < since) {
            answer.putArray("MissingTimestamps")
                    .addObject()
                    .put("StartTimeStamp", first)
                    .put("EndTimeStamp", since);
        } else {
            answer.putNull("MissingTimestamps");
        }
        return answer;
    }

    private static long since(EmulatedInstance instance, ActionRequest call, long now) {
        var plan = instance.stateAt(now).feature(BackupPlan.DEFAULT);
        if (!plan.isSecondLevel()) {
            throw call.error(
                    "The instance has no second-level backup; ModifyInstanceBackupMode turns it on.",
                    "FailedOperation.UnSupportError");
        }
        return plan.since() / 1000;
    }

    private static long asked(ActionRequest call, long now) {
        var second = call.number("BackupTimestamp", now / 1000);
        if (second > now / 1000 || second <= SecondLevelBackups.windowStart(now) / 1000) {
            throw call.error(
                    "The value of parameter `BackupTimestamp` must be within the last " + SecondLevelBackups.DAYS
                            + " days, in seconds since 1970.",
                    "InvalidParameter.NotSupported");
        }
        return second;
    }
}
