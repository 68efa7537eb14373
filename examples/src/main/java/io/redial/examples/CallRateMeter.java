package io.redial.examples;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** How many calls end in a second, over the latest seconds. Not thread-safe. */
final class CallRateMeter {
    private static final Duration SPAN = Duration.ofSeconds(2);
    private static final Duration MIN_SPAN = Duration.ofSeconds(1);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Duration at, long calls) {}

    /**
     * The pace.
     *
     * @param at the present time
     * @param calls how many calls there have been until now
     */
    double perSecond(Duration at, long calls) {
        samples.addLast(new Sample(at, calls));
        while (samples.size() > 2 && samples.getFirst().at().compareTo(at.minus(SPAN)) < 0) {
            samples.removeFirst();
        }
        var first = Objects.requireNonNull(samples.peekFirst());
        // In the very first moments many calls leave at once: they count as those of a whole second.
        var span = Math.max(at.minus(first.at()).toNanos(), MIN_SPAN.toNanos());
        return (calls - first.calls()) * 1e9 / span;
    }
}
