package io.redial.emulator.behaviour.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.cloud.Order;
import io.redial.emulator.door.Call;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An order that nobody knows is simply not in the answer. */
final class DescribeInstanceDealDetail implements Behaviour {
    private static final long LAPSES_AFTER = TimeUnit.DAYS.toMillis(15);

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
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
        var course = order.course();
        var state = order.stateAt(now);
        var row = Json.object()
                .put("DealId", Long.toString(order.id()))
                .put("DealName", CloudTime.text(course.started()).replaceAll("\\D", "") + order.id())
                .put("ZoneId", order.zoneId())
                .put("GoodsNum", order.instanceIds().size())
                .put("Creater", "100000000001")
                .put("CreatTime", CloudTime.text(course.started()))
                .put("OverdueTime", CloudTime.text(course.started() + LAPSES_AFTER))
                .put("EndTime", state.isFinal() ? CloudTime.text(course.ends()) : CloudTime.NONE)
                .put("Status", state.status())
                .put("Description", state.text())
                .put("Price", order.cents());
        order.instanceIds().forEach(row.putArray("InstanceIds")::add);
        return row;
    }
}
