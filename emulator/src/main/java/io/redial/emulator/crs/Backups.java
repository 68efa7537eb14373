package io.redial.emulator.crs;

import static io.redial.emulator.crs.Fields.copy;
import static io.redial.emulator.crs.Fields.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import java.util.Map;

/** Backups. */
final class Backups {
    private static final Map<String, String> TYPES = Map.of("0", "manualBackupInstance", "1", "systemBackupInstance");

    private Backups() {}

    static ObjectNode make(CrsCall call, Cloud cloud) {
        var parameters = object().put("InstanceId", call.text("redisId"));
        copy(call, "remark", parameters, "Remark");
        return parameters;
    }

    static ObjectNode list(CrsCall call, Cloud cloud) {
        var parameters = Lists.page(call).put("InstanceId", call.text("redisId"));
        copy(call, "beginTime", parameters, "BeginTime");
        copy(call, "endTime", parameters, "EndTime");
        return parameters;
    }

    static ObjectNode list(ObjectNode answer, CrsCall call, Cloud cloud) {
        return Fields.rows(answer.path("TotalCount"), "redisBackupSet", answer.path("BackupSet"), Backups::row);
    }

    private static ObjectNode row(JsonNode backup) {
        return object().put("startTime", backup.path("StartTime").asText())
                .put("backupId", backup.path("BackupId").asText())
                .put("backupType", TYPES.getOrDefault(backup.path("BackupType").asText(), ""))
                .put("status", backup.path("Status").intValue())
                .put("remark", backup.path("Remark").asText())
                .put("locked", backup.path("Locked").intValue());
    }

    static ObjectNode url(CrsCall call, Cloud cloud) {
        return object().put("InstanceId", call.text("redisId")).put("BackupId", call.text("backupId"));
    }

    /** A backup is one file here: the first. */
    static ObjectNode url(ObjectNode answer, CrsCall call, Cloud cloud) {
        var file = answer.path("BackupInfos").path(0);
        var fields = Fields.data("intranet", file.path("InnerDownloadUrl"));
        fields.withObject("data").set("extranet", file.path("DownloadUrl"));
        return fields;
    }
}
