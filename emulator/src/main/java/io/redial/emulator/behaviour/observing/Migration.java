package io.redial.emulator.behaviour.observing;

import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.MaintenanceWindow;
import io.redial.emulator.instance.PlannedEvents;
import io.redial.emulator.instance.PlannedEvents.Plan;
import io.redial.emulator.instance.State;
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
record Migration(Instance instance, long initialDay, String grade, Plan plan) {
    static final String WAITING = "Waiting";

    private static final int PERIOD = 90;
    private static final int ANNOUNCED = 14;
    private static final int LATEST = 30;
    private static final int SHARE = 3;
    private static final int MINUTES = 60;
    private static final int DAY_MINUTES = 24 * 60;
    private static final long ROOM = 1000;

    /** Those of an instance that are announced and planned for those days, both ends included. */
    static Stream<Migration> of(Instance instance, State state, long from, long to, long now) {
        var dice = Dice.of(instance.id(), "events");
        if (dice.below(SHARE) != 0) {
            return Stream.empty();
        }
        var first = Days.of(instance.created()) + ANNOUNCED + dice.at(0).below(PERIOD);
        var announced = Math.min(Days.of(now) + ANNOUNCED, to + LATEST);
        var begin = Math.max(0, Math.floorDiv(from - LATEST - first, PERIOD));
        return LongStream.rangeClosed(begin, Math.floorDiv(announced - first, PERIOD))
                .mapToObj(number -> one(instance, state, dice, number, first + number * PERIOD))
                .filter(event -> from <= event.plan.day() && event.plan.day() <= to);
    }

    private static Migration one(Instance instance, State state, Dice dice, long number, long day) {
        var id = (dice.seed() >>> 24) * ROOM + number;
        var plan = state.feature(PlannedEvents.USUAL).find(id).orElseGet(() -> usual(state, id, day));
        return new Migration(instance, day, grade(dice.at(number + 1).below(20)), plan);
    }

    private static Plan usual(State state, long id, long day) {
        var begin = LocalTime.parse(state.feature(MaintenanceWindow.USUAL).start());
        return new Plan(id, day, begin.toSecondOfDay() / 60, MINUTES, false);
    }

    private static String grade(int chance) {
        return chance == 0 ? "Critical" : chance < 4 ? "High" : chance < 10 ? "Middle" : "Low";
    }

    /** The last day that it can be put off to. */
    long latestDay() {
        return initialDay + LATEST;
    }

    String statusAt(long now) {
        if (plan.canceled()) {
            return "Canceled";
        }
        return now < begins() ? WAITING : now < ends() ? "Running" : "Finished";
    }

    /** Whether the instance could stay where it is. */
    boolean isOptional() {
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
        return Days.start(plan.day()) + TimeUnit.MINUTES.toMillis(plan.begin());
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
