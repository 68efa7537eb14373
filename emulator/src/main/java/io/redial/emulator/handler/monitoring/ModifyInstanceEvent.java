package io.redial.emulator.handler.monitoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.PlannedEvents;
import io.redial.emulator.instance.PlannedEvents.Plan;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Puts an event that has not begun off, or to another hour, or cancels it. */
final class ModifyInstanceEvent implements ActionHandler {
    private static final String CODE = "InvalidParameter.InvalidParameter";
    private static final int DAY_MINUTES = 24 * 60;
    private static final int SEARCH_DAYS = 365;
    private static final List<Integer> LENGTHS = List.of(30, 60, 90, 120, 180);
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var event = event(call, cloud);
        if (!event.statusAt(cloud.now()).equals(MigrationEvent.WAITING)) {
            throw call.error(
                    "The event is not waiting any more; only waiting events can be changed.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var canceled = call.has("Status");
        if (canceled && !event.isCancelable()) {
            throw call.error(
                    "Events of the levels Critical and High cannot be canceled, only put off.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var begin = minutes(call, "StartTime", event.beginText());
        var length = Math.floorMod(minutes(call, "EndTime", event.endText()) - begin, DAY_MINUTES);
        if (!LENGTHS.contains(length)) {
            throw call.error("`EndTime` must be 30, 60, 90, 120 or 180 minutes after `StartTime`.", CODE);
        }
        var plan = new Plan(event.plan().eventId(), day(call, cloud, event), begin, length, canceled);
        cloud.updateInstance(
                event.instance().id(),
                state -> state.with(state.feature(PlannedEvents.DEFAULT).withPlan(plan)));
        return Json.object().put("EventId", plan.eventId());
    }

    private static MigrationEvent event(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var id = call.number("EventId", 0);
        var now = cloud.now();
        var today = Days.of(now);
        return MigrationEvent.of(instance, instance.stateAt(now), today - SEARCH_DAYS, today + SEARCH_DAYS, now)
                .filter(event -> event.plan().eventId() == id)
                .findAny()
                .orElseThrow(() -> call.error("The instance has no event with the ID in parameter `EventId`.", CODE));
    }

    private static long day(ActionRequest call, Cloud cloud, MigrationEvent event) {
        if (!call.has("ExecutionDate")) {
            return event.plan().day();
        }
        var day = Days.parseIsoDate(call, "ExecutionDate");
        if (day < Days.of(cloud.now()) || day > event.latestDay()) {
            throw call.error("`ExecutionDate` must be between today and " + Days.format(event.latestDay()) + ".", CODE);
        }
        return day;
    }

    private static int minutes(ActionRequest call, String parameter, String otherwise) {
        var text = call.text(parameter).orElse(otherwise);
        if (!CLOCK.matcher(text).matches()) {
            throw call.error("The value of parameter `" + parameter + "` must be a time, as in 22:00.", CODE);
        }
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }
}
