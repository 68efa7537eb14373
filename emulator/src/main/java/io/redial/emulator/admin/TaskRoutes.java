package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudRegions;
import io.redial.emulator.cloud.EmulatedTask;
import io.redial.emulator.cloud.TaskTimeline;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The tasks that are going on. */
final class TaskRoutes {
    private static final int MAX_ROWS = 1000;

    private TaskRoutes() {}

    static List<AdminRoute> of(CloudRegions regions) {
        return List.of(AdminRoute.get("/tasks", ask -> list(ask, regions)));
    }

    /** Those of one region that are not over, the newest first. */
    static Stream<EmulatedTask> running(Cloud cloud) {
        var now = cloud.now();
        return cloud.tasks(0, Long.MAX_VALUE).filter(task -> now < task.ends());
    }

    private static AdminResponse list(AdminRequest ask, CloudRegions regions) {
        var limit = ask.intParameter("limit", 100, 0, MAX_ROWS);
        var found = regions.all()
                .flatMap(cloud -> running(cloud).map(task -> new LocatedTask(cloud, task)))
                .toList();
        var list = JsonNodeFactory.instance.objectNode().put("total", found.size());
        var rows = list.putArray("tasks");
        found.stream().limit(limit).forEach(place -> rows.add(place.row()));
        return AdminResponse.json(list);
    }

    private record LocatedTask(Cloud cloud, EmulatedTask task) {
        ObjectNode row() {
            var now = cloud.now();
            var row = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", task.id())
                    .put("kind", task.kind().code())
                    .put("work", task.kind().text())
                    .put("instance", task.instance().id())
                    .put("region", cloud.region())
                    .put("state", JsonBody.wireName(task.stateAt(now)))
                    .put("started", Instant.ofEpochMilli(task.started()).toString())
                    .put(
                            "progress",
                            task.ends() == TaskTimeline.NEVER
                                    ? 0
                                    : task.timeline().progressAt(now));
            return task.ends() == TaskTimeline.NEVER
                    ? row.putNull("ends")
                    : row.put("ends", Instant.ofEpochMilli(task.ends()).toString());
        }
    }
}
