package io.redial.emulator.instance;

/**
 * Where an instance is reached inside its network.
 *
 * @param network the number of its network; numeric and unique ids are derived from it
 * @param ip its address
 * @param port its port
 */
public record Address(int network, String ip, int port) {
    /** The port that Redis has unless another one is asked for. */
    public static final int USUAL_PORT = 6379;

    /** The id of the VPC. */
    public String vpc() {
        return "vpc-" + Ids.letters(network);
    }

    /** The id of the subnet. */
    public String subnet() {
        return "subnet-" + Ids.letters(network + 1);
    }
}
