package io.redial.emulator.handler.monitoring;

import io.redial.emulator.protocol.ActionRequest;
import java.util.concurrent.TimeUnit;

/**
 * A stretch of time, in milliseconds since 1970.
 *
 * @param from its first moment
 * @param to the moment after it
 */
record MonitoringWindow(long from, long to) {
    private static final int LAST_HALF_HOUR = 2;
    private static final int LAST_SIX_HOURS = 3;
    private static final int LAST_DAY = 4;

    /** What the parameter SpanType asks for, up to a moment; real time is the last minute. */
    static MonitoringWindow of(ActionRequest call, MonitoredInstance observed, long to) {
        var minutes = switch ((int) call.number("SpanType", 0)) {
            case LAST_HALF_HOUR -> 30;
            case LAST_SIX_HOURS -> 6 * 60;
            case LAST_DAY -> 24 * 60;
            default -> 1;
        };
        return new MonitoringWindow(to - TimeUnit.MINUTES.toMillis(minutes), to).clippedTo(observed);
    }

    /** The last minute. */
    static MonitoringWindow realTime(MonitoredInstance observed) {
        return new MonitoringWindow(observed.now() - TimeUnit.MINUTES.toMillis(1), observed.now()).clippedTo(observed);
    }

    /** The part of it in which the instance was there; a time to come is no part of it. */
    private MonitoringWindow clippedTo(MonitoredInstance observed) {
        var end = Math.min(to, observed.now());
        var begin = Math.max(from, observed.instance().created());
        return new MonitoringWindow(Math.min(begin, end), end);
    }
}
