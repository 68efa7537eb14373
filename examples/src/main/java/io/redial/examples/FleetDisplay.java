package io.redial.examples;

/** Tells people how a fleet goes. Its methods are called one after the other. */
interface FleetDisplay extends AutoCloseable {

    /** Before the first order. */
    void showPlan(FleetPlan plan);

    /** How many there are, if that is known better now. */
    void updateTotal(int instances);

    /** Often: it chooses what it shows. */
    void showProgress(FleetProgress progress);

    /** A line about something that went wrong. */
    void showFailure(String line);

    /** No more progress comes. */
    @Override
    void close();
}
