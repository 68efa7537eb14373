package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Course;
import io.redial.emulator.cloud.Regions;
import io.redial.emulator.cloud.Task;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The tasks that are going on. */
final class TaskRoutes {
    private static final int MAX_ROWS = 1000;

    private TaskRoutes() {}

    static List<Route> of(Regions regions) {
        return List.of(Route.get("/tasks", ask -> list(ask, regions)));
    }

    /** Those of one region that are not over, the newest first. */
    static Stream<Task> running(Cloud cloud) {
        var now = cloud.now();
        return cloud.tasks(0, Long.MAX_VALUE).filter(task -> now < task.ends());
    }

    private static AdminReply list(Ask ask, Regions regions) {
        var limit = ask.number("limit", 100, 0, MAX_ROWS);
        var found = regions.all()
                .flatMap(cloud -> running(cloud).map(task -> new Place(cloud, task)))
                .toList();
        var list = JsonNodeFactory.instance.objectNode().put("total", found.size());
        var rows = list.putArray("tasks");
        found.stream().limit(limit).forEach(place -> rows.add(place.row()));
        return AdminReply.json(list);
    }

    private record Place(Cloud cloud, Task task) {
        ObjectNode row() {
            var now = cloud.now();
            var row = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", task.id())
                    .put("kind", task.kind().code())
                    .put("work", task.kind().text())
                    .put("instance", task.instance().id())
                    .put("region", cloud.region())
                    .put("state", Wishes.word(task.stateAt(now)))
                    .put("started", Instant.ofEpochMilli(task.started()).toString())
                    .put(
                            "progress",
                            task.ends() == Course.NEVER ? 0 : task.course().progressAt(now));
            return task.ends() == Course.NEVER
                    ? row.putNull("ends")
                    : row.put("ends", Instant.ofEpochMilli(task.ends()).toString());
        }
    }
}
