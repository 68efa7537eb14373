package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.MaintenanceWindow;
import io.redial.emulator.instance.PendingSwitch;
import io.redial.emulator.protocol.ActionRequest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** The time of day at which instances are switched over. */
final class MaintenanceWindowActions {
    private static final Pattern TIME = Pattern.compile("(?:[01]\\d|2[0-2]):[0-5]\\d|23:00");
    private static final Duration MIN_LENGTH = Duration.ofMinutes(30);
    private static final Duration MAX_LENGTH = Duration.ofHours(3);

    private MaintenanceWindowActions() {}

    static ObjectNode describe(ActionRequest call, Cloud cloud) {
        var window = InstanceResolver.resolve(call, cloud).stateAt(cloud.now()).feature(MaintenanceWindow.DEFAULT);
        return Json.object().put("StartTime", window.start()).put("EndTime", window.end());
    }

    static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var window = window(call);
        if (isSwitchPending(instance, cloud.now())) {
            throw call.error(
                    "An upgrade waits for the present window; try again when it is over, or end it with"
                            + " SwitchAccessNewInstance.",
                    "ResourceUnavailable");
        }
        cloud.updateInstance(instance.id(), state -> state.with(window));
        return Json.object().put("Status", "success");
    }

    /** When work that the call asks for may switch an instance over: in its window, or at once, which is 0. */
    static long switchNotBefore(ActionRequest call, EmulatedInstance instance, Cloud cloud) {
        var waits = call.number("SwitchOption", 2) == 1 || call.number("InstanceTypeUpgradeNow", 1) == 0;
        var now = cloud.now();
        return waits ? instance.stateAt(now).feature(MaintenanceWindow.DEFAULT).nextOpening(now) : 0;
    }

    private static boolean isSwitchPending(EmulatedInstance instance, long now) {
        return instance.isBusyAt(now)
                && instance.state().feature(PendingSwitch.NONE).readyAt() > 0;
    }

    private static MaintenanceWindow window(ActionRequest call) {
        var start = time("StartTime", call);
        var end = time("EndTime", call);
        var length = Duration.between(start, end);
        if (length.compareTo(MIN_LENGTH) < 0 || length.compareTo(MAX_LENGTH) > 0) {
            throw call.error(
                    "The value of parameter `EndTime` must be 30 minutes to 3 hours after that of `StartTime`.",
                    "InvalidParameterValue");
        }
        return new MaintenanceWindow(start.toString(), end.toString());
    }

    private static LocalTime time(String parameter, ActionRequest call) {
        var text = call.requiredText(parameter);
        if (TIME.matcher(text).matches()) {
            return LocalTime.parse(text);
        }
        throw call.error(
                "The value of parameter `" + parameter + "` must be of the form hh:mm, from 00:00 to 23:00.",
                "InvalidParameterValue");
    }
}
