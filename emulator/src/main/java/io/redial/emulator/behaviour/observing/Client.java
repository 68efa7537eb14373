package io.redial.emulator.behaviour.observing;

/** The machines that use an instance. */
final class Client {
    private Client() {}

    static String ip(String instanceId, int number) {
        var dice = Dice.of(instanceId, "client").at(number);
        return "10." + (100 + number) + "." + dice.at(0).below(256) + "."
                + (1 + dice.at(1).below(254));
    }
}
