package io.redial.emulator.behaviour.observing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.PlannedEvents;
import io.redial.emulator.instance.PlannedEvents.Plan;
import java.util.List;
import java.util.regex.Pattern;

/** Puts an event that has not begun off, or to another hour, or cancels it. */
final class ModifyInstanceEvent implements Behaviour {
    private static final String CODE = "InvalidParameter.InvalidParameter";
    private static final int DAY_MINUTES = 24 * 60;
    private static final int REACH = 365;
    private static final List<Integer> LENGTHS = List.of(30, 60, 90, 120, 180);
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var event = event(call, cloud);
        if (!event.statusAt(cloud.now()).equals(Migration.WAITING)) {
            throw call.refusal(
                    "The event is not waiting any more; only waiting events can be changed.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var canceled = call.has("Status");
        if (canceled && !event.isOptional()) {
            throw call.refusal(
                    "Events of the levels Critical and High cannot be canceled, only put off.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var begin = minutes(call, "StartTime", event.beginText());
        var length = Math.floorMod(minutes(call, "EndTime", event.endText()) - begin, DAY_MINUTES);
        if (!LENGTHS.contains(length)) {
            throw call.refusal("`EndTime` must be 30, 60, 90, 120 or 180 minutes after `StartTime`.", CODE);
        }
        var plan = new Plan(event.plan().event(), day(call, cloud, event), begin, length, canceled);
        cloud.alter(
                event.instance().id(),
                state -> state.with(state.feature(PlannedEvents.USUAL).and(plan)));
        return Json.object().put("EventId", plan.event());
    }

    private static Migration event(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var id = call.number("EventId", 0);
        var now = cloud.now();
        var today = Days.of(now);
        return Migration.of(instance, instance.stateAt(now), today - REACH, today + REACH, now)
                .filter(event -> event.plan().event() == id)
                .findAny()
                .orElseThrow(() -> call.refusal("The instance has no event with the ID in parameter `EventId`.", CODE));
    }

    private static long day(Call call, Cloud cloud, Migration event) {
        if (!call.has("ExecutionDate")) {
            return event.plan().day();
        }
        var day = Days.dashed(call, "ExecutionDate");
        if (day < Days.of(cloud.now()) || day > event.latestDay()) {
            throw call.refusal("`ExecutionDate` must be between today and " + Days.text(event.latestDay()) + ".", CODE);
        }
        return day;
    }

    private static int minutes(Call call, String parameter, String otherwise) {
        var text = call.text(parameter).orElse(otherwise);
        if (!CLOCK.matcher(text).matches()) {
            throw call.refusal("The value of parameter `" + parameter + "` must be a time, as in 22:00.", CODE);
        }
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }
}
