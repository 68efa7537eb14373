package io.redial.emulator.handler.monitoring;

/** The machines that use an instance. */
final class SimulatedClients {
    private SimulatedClients() {}

    static String ip(String instanceId, int number) {
        var dice = SeededRandom.of(instanceId, "client").derive(number);
        return "10." + (100 + number) + "." + dice.derive(0).intBelow(256) + "."
                + (1 + dice.derive(1).intBelow(254));
    }
}
