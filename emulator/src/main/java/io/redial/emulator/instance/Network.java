package io.redial.emulator.instance;

/**
 * The network that an instance was put into.
 *
 * @param vpc the id of the VPC; empty for the classic network
 * @param subnet the id of the subnet; empty for the classic network
 */
public record Network(String vpc, String subnet) implements Feature {
    /** The network of instances that are in no VPC. */
    public static final Network CLASSIC = new Network("", "");

    /** The network of an instance: the one that it was put into, or else that of its address. */
    public static Network of(State state) {
        var address = state.address();
        return state.feature(new Network(address.vpc(), address.subnet()));
    }

    /** Whether it is no VPC. */
    public boolean isClassic() {
        return vpc.isEmpty();
    }
}
