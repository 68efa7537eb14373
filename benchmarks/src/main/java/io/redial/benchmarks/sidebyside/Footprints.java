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
    static final int SMALL_POOL_SIZE = 8;
    private static final String REDIAL_FACTORY = "io.redial.benchmarks.peers.redial.PooledRedial";

    static Footprints measure(ComparisonPlan plan, StubProcess stub) throws IOException, InterruptedException {
        System.out.println("footprints of " + plan.openCalls() + " open calls");
        var calls = plan.openCalls();
        return new Footprints(
                Footprint.measure(CandidateSpec.RAW.factoryClass(), stub, calls, calls),
                Footprint.measure(REDIAL_FACTORY, stub, calls, calls),
                Footprint.measure(CandidateSpec.RAW.factoryClass(), stub, SMALL_POOL_SIZE, calls),
                Footprint.measure(REDIAL_FACTORY, stub, SMALL_POOL_SIZE, calls));
    }
}
