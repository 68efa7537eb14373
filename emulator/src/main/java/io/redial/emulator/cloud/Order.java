package io.redial.emulator.cloud;

import java.util.List;

/**
 * An order.
 *
 * @param id its id
 * @param timeline when it is delivered, which is a little before its work is over
 * @param zoneId the zone of its first instance
 * @param instanceIds the instances that it is about
 * @param cents its price
 */
public record Order(long id, TaskTimeline timeline, int zoneId, List<String> instanceIds, long cents) {

    Order shiftedBy(TimeShift pause) {
        return new Order(id, timeline.shiftedBy(pause), zoneId, instanceIds, cents);
    }

    /** The same, but delivered then. */
    Order endingAt(long millis) {
        return new Order(id, timeline.endingAt(millis), zoneId, instanceIds, cents);
    }

    /** What has become of it by that time. */
    public OrderState stateAt(long now) {
        return switch (timeline.stateAt(now)) {
            case PREPARING -> OrderState.PAID;
            case RUNNING -> OrderState.DELIVERING;
            case SUCCEEDED -> OrderState.DELIVERED;
            case FAILED, ERROR -> OrderState.FAILED;
        };
    }
}
