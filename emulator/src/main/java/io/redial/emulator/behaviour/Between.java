package io.redial.emulator.behaviour;

import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;

/** The stretch of time, in whole seconds, that a call asks for with BeginTime and EndTime; both ends belong to it. */
public record Between(long begin, long end) {

    public static Between of(Call call) {
        return new Between(time(call, "BeginTime", Long.MIN_VALUE), time(call, "EndTime", Long.MAX_VALUE - 999) + 999);
    }

    private static long time(Call call, String parameter, long otherwise) {
        return call.text(parameter)
                .map(text -> CloudTime.millis(text)
                        .orElseThrow(() -> call.refusal(
                                "The value of parameter `" + parameter + "` must be of the form YYYY-MM-DD hh:mm:ss.",
                                "InvalidParameter.Period",
                                "InvalidParameterValue")))
                .orElse(otherwise);
    }

    public boolean contains(long millis) {
        return begin <= millis && millis <= end;
    }
}
