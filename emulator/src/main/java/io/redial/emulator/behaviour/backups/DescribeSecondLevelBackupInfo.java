package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.Instance;

/**
 * The backup of a second, or of the first second that there is if that was later. The seconds before that are missing.
 * Without a time, it is the present one.
 */
final class DescribeSecondLevelBackupInfo implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        if (!call.has("InstanceId")) {
            throw call.refusal(
                    "The parameter `InstanceId` must name the instance whose backups are meant.",
                    "InvalidParameter.NotSupported");
        }
        var instance = Targets.instance(call, cloud);
        var now = cloud.now();
        var since = since(instance, call, now);
        var second = Math.max(asked(call, now), since);
        var backup = SecondLevelBackups.at(second * 1000, instance, now).orElseThrow();
        var answer = Json.object()
                .put("BackupId", backup.id())
                .put("BackupTimestamp", second)
                .put("StartTimestamp", since);
        var first = SecondLevelBackups.first(now) / 1000;
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

    private static long since(Instance instance, Call call, long now) {
        var plan = instance.stateAt(now).feature(BackupPlan.USUAL);
        if (!plan.isSecondLevel()) {
            throw call.refusal(
                    "The instance has no second-level backup; ModifyInstanceBackupMode turns it on.",
                    "FailedOperation.UnSupportError");
        }
        return plan.since() / 1000;
    }

    private static long asked(Call call, long now) {
        var second = call.number("BackupTimestamp", now / 1000);
        if (second > now / 1000 || second <= SecondLevelBackups.first(now) / 1000) {
            throw call.refusal(
                    "The value of parameter `BackupTimestamp` must be within the last " + SecondLevelBackups.DAYS
                            + " days, in seconds since 1970.",
                    "InvalidParameter.NotSupported");
        }
        return second;
    }
}
