package io.redial.emulator.handler.monitoring;

import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.MaintenanceWindow;
import io.redial.emulator.instance.PlannedEvents;
import io.redial.emulator.instance.PlannedEvents.Plan;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An event: an instance is moved to other machines. Every third instance is moved every ninety days, and it is
 * announced two weeks before.
 *
 * @param instance the instance
 * @param initialDay the day that was planned at first, counted from 1970
 * @param grade how urgent it is
 * @param plan what is planned now
 */
record MigrationEvent(EmulatedInstance instance, long initialDay, String grade, Plan plan) {
    static final String WAITING = "Waiting";

    private static final int PERIOD_DAYS = 90;
    private static final int NOTICE_DAYS = 14;
    private static final int MAX_POSTPONED_DAYS = 30;
    private static final int SHARE = 3;
    private static final int MINUTES = 60;
    private static final int DAY_MINUTES = 24 * 60;
    private static final long EVENT_IDS_PER_INSTANCE = 1000;

    /** Those of an instance that are announced and planned for those days, both ends included. */
    static Stream<MigrationEvent> of(EmulatedInstance instance, InstanceState state, long from, long to, long now) {
        var dice = SeededRandom.of(instance.id(), "events");
        if (dice.intBelow(SHARE) != 0) {
            return Stream.empty();
        }
        var first = Days.of(instance.created()) + NOTICE_DAYS + dice.derive(0).intBelow(PERIOD_DAYS);
        var announced = Math.min(Days.of(now) + NOTICE_DAYS, to + MAX_POSTPONED_DAYS);
        var begin = Math.max(0, Math.floorDiv(from - MAX_POSTPONED_DAYS - first, PERIOD_DAYS));
        return LongStream.rangeClosed(begin, Math.floorDiv(announced - first, PERIOD_DAYS))
                .mapToObj(number -> one(instance, state, dice, number, first + number * PERIOD_DAYS))
                .filter(event -> from <= event.plan.day() && event.plan.day() <= to);
    }

    private static MigrationEvent one(
            EmulatedInstance instance, InstanceState state, SeededRandom dice, long number, long day) {
        var id = (dice.seed() >>> 24) * EVENT_IDS_PER_INSTANCE + number;
        var plan = state.feature(PlannedEvents.DEFAULT).find(id).orElseGet(() -> defaultPlan(state, id, day));
        return new MigrationEvent(instance, day, grade(dice.derive(number + 1).intBelow(20)), plan);
    }

    private static Plan defaultPlan(InstanceState state, long id, long day) {
        var begin = LocalTime.parse(state.feature(MaintenanceWindow.DEFAULT).start());
        return new Plan(id, day, begin.toSecondOfDay() / 60, MINUTES, false);
    }

    private static String grade(int chance) {
        return chance == 0 ? "Critical" : chance < 4 ? "High" : chance < 10 ? "Middle" : "Low";
    }

    /** The last day that it can be put off to. */
    long latestDay() {
        return initialDay + MAX_POSTPONED_DAYS;
    }

    String statusAt(long now) {
        if (plan.canceled()) {
            return "Canceled";
        }
        return now < begins() ? WAITING : now < ends() ? "Running" : "Finished";
    }

    /** Whether the instance could stay where it is. */
    boolean isCancelable() {
        return grade.equals("Middle") || grade.equals("Low");
    }

    long ends() {
        return begins() + TimeUnit.MINUTES.toMillis(plan.minutes());
    }

    String beginText() {
        return clock(plan.begin());
    }

    String endText() {
        return clock((plan.begin() + plan.minutes()) % DAY_MINUTES);
    }

    private long begins() {
        return Days.startMillis(plan.day()) + TimeUnit.MINUTES.toMillis(plan.begin());
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
