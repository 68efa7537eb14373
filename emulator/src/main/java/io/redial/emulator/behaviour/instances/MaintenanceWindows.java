package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.MaintenanceWindow;
import io.redial.emulator.instance.PendingSwitch;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** The time of day at which instances are switched over. */
final class MaintenanceWindows {
    private static final Pattern TIME = Pattern.compile("(?:[01]\\d|2[0-2]):[0-5]\\d|23:00");
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(3);

    private MaintenanceWindows() {}

    static ObjectNode describe(Call call, Cloud cloud) {
        var window = Targets.instance(call, cloud).stateAt(cloud.now()).feature(MaintenanceWindow.USUAL);
        return Json.object().put("StartTime", window.start()).put("EndTime", window.end());
    }

    static ObjectNode modify(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var window = window(call);
        if (waits(instance, cloud.now())) {
            throw call.refusal(
                    "An upgrade waits for the present window; try again when it is over, or end it with"
                            + " SwitchAccessNewInstance.",
                    "ResourceUnavailable");
        }
        cloud.alter(instance.id(), state -> state.with(window));
        return Json.object().put("Status", "success");
    }

    /** When work that the call asks for may switch an instance over: in its window, or at once, which is 0. */
    static long switches(Call call, Instance instance, Cloud cloud) {
        var waits = call.number("SwitchOption", 2) == 1 || call.number("InstanceTypeUpgradeNow", 1) == 0;
        var now = cloud.now();
        return waits ? instance.stateAt(now).feature(MaintenanceWindow.USUAL).next(now) : 0;
    }

    private static boolean waits(Instance instance, long now) {
        return instance.busyAt(now)
                && instance.state().feature(PendingSwitch.NONE).ready() > 0;
    }

    private static MaintenanceWindow window(Call call) {
        var start = time("StartTime", call);
        var end = time("EndTime", call);
        var length = Duration.between(start, end);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw call.refusal(
                    "The value of parameter `EndTime` must be 30 minutes to 3 hours after that of `StartTime`.",
                    "InvalidParameterValue");
        }
        return new MaintenanceWindow(start.toString(), end.toString());
    }

    private static LocalTime time(String parameter, Call call) {
        var text = call.requiredText(parameter);
        if (TIME.matcher(text).matches()) {
            return LocalTime.parse(text);
        }
        throw call.refusal(
                "The value of parameter `" + parameter + "` must be of the form hh:mm, from 00:00 to 23:00.",
                "InvalidParameterValue");
    }
}
