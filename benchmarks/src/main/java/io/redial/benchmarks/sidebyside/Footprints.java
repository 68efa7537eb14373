package io.redial.benchmarks.sidebyside;

import java.io.IOException;

/**
 * The footprints of Redial and of what it stands on.
 *
 * @param raw with a connection for each call
 * @param redial the same
 * @param rawWaiting with a few connections that all but a few calls wait for
 * @param redialWaiting the same
 */
record Footprints(Footprint raw, Footprint redial, Footprint rawWaiting, Footprint redialWaiting) {
    static final int FEW_CONNECTIONS = 8;
    private static final String REDIAL = "io.redial.benchmarks.peers.redial.PooledRedial";

    static Footprints measure(Plan plan, Stub stub) throws IOException, InterruptedException {
        System.out.println("footprints of " + plan.openCalls() + " open calls");
        var calls = plan.openCalls();
        return new Footprints(
                Footprint.measure(Entrant.RAW.maker(), stub, calls, calls),
                Footprint.measure(REDIAL, stub, calls, calls),
                Footprint.measure(Entrant.RAW.maker(), stub, FEW_CONNECTIONS, calls),
                Footprint.measure(REDIAL, stub, FEW_CONNECTIONS, calls));
    }
}
