package io.redial.emulator.handler;

import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.protocol.ActionRequest;

/** The stretch of time, in whole seconds, that a call asks for with BeginTime and EndTime; both ends belong to it. */
public record TimeRange(long begin, long end) {

    public static TimeRange of(ActionRequest call) {
        return new TimeRange(
                time(call, "BeginTime", Long.MIN_VALUE), time(call, "EndTime", Long.MAX_VALUE - 999) + 999);
    }

    private static long time(ActionRequest call, String parameter, long otherwise) {
        return call.text(parameter)
                .map(text -> ApiTime.parseMillis(text)
                        .orElseThrow(() -> call.error(
                                "The value of parameter `" + parameter + "` must be of the form YYYY-MM-DD hh:mm:ss.",
                                "InvalidParameter.Period",
                                "InvalidParameterValue")))
                .orElse(otherwise);
    }

    public boolean contains(long millis) {
        return begin <= millis && millis <= end;
    }
}
