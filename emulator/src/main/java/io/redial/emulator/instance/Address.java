package io.redial.emulator.instance;

/**
 * Where an instance is reached inside its network.
 *
 * @param networkNumber the number of its network; numeric and unique ids are derived from it
 * @param ip its address
 * @param port its port
 */
public record Address(int networkNumber, String ip, int port) {
    /** The port that Redis has unless another one is asked for. */
    public static final int DEFAULT_PORT = 6379;

    /** The id of the VPC. */
    public String vpcId() {
        return "vpc-" + IdGenerator.suffix(networkNumber);
    }

    /** The id of the subnet. */
    public String subnetId() {
        return "subnet-" + IdGenerator.suffix(networkNumber + 1);
    }
}
