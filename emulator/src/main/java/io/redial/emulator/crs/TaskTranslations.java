package io.redial.emulator.crs;

import static io.redial.emulator.crs.JsonFields.copy;
import static io.redial.emulator.crs.JsonFields.object;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskKind;
import io.redial.emulator.cloud.TaskState;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks, whose states and kinds have other names here. */
final class TaskTranslations {
    private static final String NONE = "none";
    private static final Map<String, Integer> STATES = Map.of(
            TaskState.PREPARING.status(), 0,
            TaskState.RUNNING.status(), 1,
            TaskState.SUCCEEDED.status(), 2,
            TaskState.FAILED.status(), 3,
            TaskState.ERROR.status(), -1);

    /** The numbers of the states in lists, where two share one. */
    private static final Map<Integer, Integer> RESULTS = Map.of(0, 0, 1, 1, 2, 2, 3, 4, -1, 4);

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry(TaskKind.CREATE.code(), "newInstance"),
            entry(TaskKind.RESIZE.code(), "resizeInstance"),
            entry(TaskKind.CLOSE.code(), "closeInstance"),
            entry(TaskKind.CLEAR.code(), "cleanInstance"),
            entry(TaskKind.STARTUP.code(), "startInstance"),
            entry(TaskKind.DELETE.code(), "deleteInstance"),
            entry(TaskKind.SET_PASSWORD.code(), "setPassword"),
            entry(TaskKind.RESTORE.code(), "restoreBackup"),
            entry(TaskKind.BACKUP.code(), "backupInstance"));

    private static final Map<String, String> CODES = NAMES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(name -> "task_" + name.getValue(), Map.Entry::getKey));

    /** Kinds that API v2 does not know are called as in API 3.0, in the form of its names. */
    private static final Map<String, String> FALLBACK_NAMES = Stream.of(TaskKind.values())
            .collect(Collectors.toUnmodifiableMap(TaskKind::code, TaskTranslations::camelCase));

    private TaskTranslations() {}

    static ObjectNode statusParameters(CrsRequest call, Cloud cloud) {
        return object().put("TaskId", call.number("requestId"));
    }

    static ObjectNode statusFields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        var status = STATES.get(answer.path("Status").asText());
        return JsonFields.data("status", object().numberNode(status));
    }

    static ObjectNode listParameters(CrsRequest call, Cloud cloud) {
        var parameters = InstanceListTranslations.pageParameters(call);
        copy(call, "redisId", parameters, "InstanceId");
        copy(call, "redisName", parameters, "InstanceName");
        copy(call, "beginTime", parameters, "BeginTime");
        copy(call, "endTime", parameters, "EndTime");
        call.texts("taskType").forEach(type -> parameters.withArray("TaskTypes").add(CODES.getOrDefault(type, NONE)));
        call.parameters()
                .path("taskStatus")
                .forEach(state -> parameters.withArray("Result").add(RESULTS.getOrDefault(state.intValue(), -100)));
        return parameters;
    }

    static ObjectNode listFields(ObjectNode answer, CrsRequest call, Cloud cloud) {
        return JsonFields.rows(
                answer.path("TotalCount"), "redisTaskSet", answer.path("Tasks"), task -> row(task, cloud));
    }

    private static ObjectNode row(JsonNode task, Cloud cloud) {
        var state = cloud.task(task.path("TaskId").longValue())
                .map(found -> found.stateAt(cloud.now()))
                .orElse(TaskState.SUCCEEDED);
        var code = task.path("TaskType").asText();
        return object().put("startTime", task.path("StartTime").asText())
                .put("taskName", NAMES.getOrDefault(code, FALLBACK_NAMES.getOrDefault(code, "")))
                .put("redisName", task.path("InstanceName").asText())
                .put("redisId", task.path("InstanceId").asText())
                .put("projectId", task.path("ProjectId").intValue())
                .put("status", STATES.getOrDefault(state.status(), -1))
                .set("progress", task.path("Progress"));
    }

    private static String camelCase(TaskKind kind) {
        var words = Stream.of(kind.name().toLowerCase(Locale.ROOT).split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
