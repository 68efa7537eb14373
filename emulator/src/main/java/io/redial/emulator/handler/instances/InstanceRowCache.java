package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.EmulatedInstance;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the instances that were listed last, for lists are what a cloud is asked for most. A row is kept for as long
 * as nothing about its instance changes and nothing is being done to it, so it need never be thrown away for being old.
 */
final class InstanceRowCache {
    /** At some 10 KB each, that is 40 MB at most. */
    private static final int CAPACITY = 4_096;

    private final AtomicReferenceArray<@Nullable CachedEntry> entries = new AtomicReferenceArray<>(CAPACITY);

    ObjectNode rowOf(EmulatedInstance instance, Cloud cloud, long now) {
        if (instance.isBusyAt(now) || hasPendingRenewal(instance, now)) {
            return InstanceRow.of(instance, cloud, now);
        }
        var place = Math.floorMod(instance.id().hashCode(), CAPACITY);
        var found = entries.get(place);
        if (found != null && found.instance.equals(instance)) {
            return found.row;
        }
        var row = new CachedRow(InstanceRow.of(instance, cloud, now));
        entries.set(place, new CachedEntry(instance, row));
        return row;
    }

    /** A renewal that is ordered counts from some moment on, and nobody replaces the instance then. */
    private static boolean hasPendingRenewal(EmulatedInstance instance, long now) {
        return !instance.stateAt(now).feature(Billing.DEFAULT).renewals().isEmpty();
    }

    private record CachedEntry(EmulatedInstance instance, CachedRow row) {}
}
