package io.redial.emulator.instance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody decided about events of an instance.
 *
 * @param plans the latest decisions, one for each event, the newest first
 */
public record PlannedEvents(List<Plan> plans) implements Feature {
    /** What every instance begins with. */
    public static final PlannedEvents DEFAULT = new PlannedEvents(List.of());

    private static final int MAX_PLANS = 32;

    /** Keeps a copy of the list. */
    public PlannedEvents {
        plans = List.copyOf(plans);
    }

    /** What was decided about that event. */
    public Optional<Plan> find(long event) {
        return plans.stream().filter(plan -> plan.eventId == event).findAny();
    }

    /** The same with another decision; the eldest makes room for it. */
    public PlannedEvents withPlan(Plan another) {
        var others = plans.stream().filter(plan -> plan.eventId != another.eventId);
        return new PlannedEvents(
                Stream.concat(Stream.of(another), others).limit(MAX_PLANS).toList());
    }

    /**
     * When an event takes place.
     *
     * @param eventId its id
     * @param day the day, counted from 1970
     * @param begin when it begins on that day, in minutes after midnight
     * @param minutes how long it takes
     * @param canceled whether it does not take place at all
     */
    public record Plan(long eventId, long day, int begin, int minutes, boolean canceled) {}
}
