package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Instance;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the instances that were listed last, for lists are what a cloud is asked for most. A row is kept for as long
 * as nothing about its instance changes and nothing is being done to it, so it need never be thrown away for being old.
 */
final class ReadyRows {
    /** At some 10 KB each, that is 40 MB at most. */
    private static final int ROOM = 4_096;

    private final AtomicReferenceArray<@Nullable Kept> kept = new AtomicReferenceArray<>(ROOM);

    ObjectNode of(Instance instance, Cloud cloud, long now) {
        if (instance.busyAt(now) || billedAnew(instance, now)) {
            return InstanceRow.of(instance, cloud, now);
        }
        var place = Math.floorMod(instance.id().hashCode(), ROOM);
        var found = kept.get(place);
        if (found != null && found.instance.equals(instance)) {
            return found.row;
        }
        var row = new ReadyRow(InstanceRow.of(instance, cloud, now));
        kept.set(place, new Kept(instance, row));
        return row;
    }

    /** A renewal that is ordered counts from some moment on, and nobody replaces the instance then. */
    private static boolean billedAnew(Instance instance, long now) {
        return !instance.stateAt(now).feature(Billing.USUAL).renewals().isEmpty();
    }

    private record Kept(Instance instance, ReadyRow row) {}
}
