package io.redial.emulator.crs;

import static io.redial.emulator.crs.JsonFields.copy;
import static io.redial.emulator.crs.JsonFields.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import java.util.Map;

/** Backups. */
final class BackupTranslations {
    private static final Map<String, String> TYPES = Map.of("0", "manualBackupInstance", "1", "systemBackupInstance");

    private BackupTranslations() {}

    static ObjectNode createParameters(CrsRequest call, Cloud cloud) {
        var parameters = object().put("InstanceId", call.text("redisId"));
        copy(call, "remark", parameters, "Remark");
        return parameters;
    }

    static ObjectNode listParameters(CrsRequest call, Cloud cloud) {
        var parameters = InstanceListTranslations.pageParameters(call).put("InstanceId", call.text("redisId"));
        copy(call, "beginTime", parameters, "BeginTime");
        copy(call, "endTime", parameters, "EndTime");
        return parameters;
    }

    static ObjectNode listFields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        return JsonFields.rows(
                answer.path("TotalCount"), "redisBackupSet", answer.path("BackupSet"), BackupTranslations::row);
    }

    private static ObjectNode row(JsonNode backup) {
        return object().put("startTime", backup.path("StartTime").asText())
                .put("backupId", backup.path("BackupId").asText())
                .put("backupType", TYPES.getOrDefault(backup.path("BackupType").asText(), ""))
                .put("status", backup.path("Status").intValue())
                .put("remark", backup.path("Remark").asText())
                .put("locked", backup.path("Locked").intValue());
    }

    static ObjectNode urlParameters(CrsRequest call, Cloud cloud) {
        return object().put("InstanceId", call.text("redisId")).put("BackupId", call.text("backupId"));
    }

    /** A backup is one file here: the first. */
    static ObjectNode urlFields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        var file = answer.path("BackupInfos").path(0);
        var fields = JsonFields.data("intranet", file.path("InnerDownloadUrl"));
        fields.withObject("data").set("extranet", file.path("DownloadUrl"));
        return fields;
    }
}
