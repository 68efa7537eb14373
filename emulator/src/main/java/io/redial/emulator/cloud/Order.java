package io.redial.emulator.cloud;

/**
 * An order that changes an instance. All times are in milliseconds since 1970.
 *
 * @param id its id
 * @param task the work that delivers it
 * @param delivered when it is over, which is a little before its task is
 * @param cents its price
 */
public record Order(long id, Task task, long delivered, int cents) {

    /** What has become of it by that time. */
    public OrderState stateAt(long now) {
        if (now < task.runs()) {
            return OrderState.PAID;
        }
        if (now < delivered) {
            return OrderState.DELIVERING;
        }
        return task.failure() == null ? OrderState.DELIVERED : OrderState.FAILED;
    }
}
