package io.redial.emulator.handler.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Order;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An order that nobody knows is simply not in the answer. */
final class DescribeInstanceDealDetail implements ActionHandler {
    private static final long OVERDUE_AFTER_MILLIS = TimeUnit.DAYS.toMillis(15);

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var now = cloud.now();
        var found = call.texts("DealIds").stream()
                .distinct()
                .map(id -> find(id, cloud))
                .flatMap(Optional::stream)
                .toList();
        var answer = Json.object();
        answer.set("DealDetails", Json.array(found, order -> row(order, now)));
        return answer;
    }

    private static Optional<Order> find(String id, Cloud cloud) {
        return id.matches("[1-9]\\d{0,17}") ? cloud.order(Long.parseLong(id)) : Optional.empty();
    }

    private static ObjectNode row(Order order, long now) {
        var course = order.timeline();
        var state = order.stateAt(now);
        var row = Json.object()
                .put("DealId", Long.toString(order.id()))
                .put("DealName", ApiTime.format(course.started()).replaceAll("\\D", "") + order.id())
                .put("ZoneId", order.zoneId())
                .put("GoodsNum", order.instanceIds().size())
                .put("Creater", "100000000001")
                .put("CreatTime", ApiTime.format(course.started()))
                .put("OverdueTime", ApiTime.format(course.started() + OVERDUE_AFTER_MILLIS))
                .put("EndTime", state.isFinal() ? ApiTime.format(course.ends()) : ApiTime.NONE)
                .put("Status", state.status())
                .put("Description", state.text())
                .put("Price", order.cents());
        order.instanceIds().forEach(row.putArray("InstanceIds")::add);
        return row;
    }
}
