package io.redial.examples;

import io.redial.examples.UpgradeEvent.Failed;

/** Tells people how the upgrade of a fleet goes. Its methods are called one after the other. */
interface FleetDisplay extends AutoCloseable {

    /** Before the first order. */
    void plan(FleetPlan plan);

    /** Often: it chooses what it shows. */
    void progress(FleetProgress progress);

    void failure(Failed failure);

    /** No more progress comes. */
    @Override
    void close();
}
